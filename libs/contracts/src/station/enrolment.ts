// SPDX-License-Identifier: AGPL-3.0-or-later
import * as z from 'zod';
import { Base64Url, Id } from '../primitives';

/** Sent once, signed with the new key (so that the key is proven), with the code that an administrator handed out. */
export const EnrolmentRequest = z
  .strictObject({
    code: z.string().trim().min(8).max(64),
    /** P-256 public keys made on the station: JWK coordinates are in `signingKey`, the HPKE key is the raw point. */
    signingKey: z.strictObject({ kty: z.literal('EC'), crv: z.literal('P-256'), x: Base64Url, y: Base64Url }),
    sealingKey: Base64Url,
  })
  .meta({ id: 'EnrolmentRequest' });
export type EnrolmentRequest = z.infer<typeof EnrolmentRequest>;

/** What the station pins: the keys of the API and of the vault. */
export const EnrolmentAnswer = z
  .object({
    stationId: Id,
    stationName: z.string(),
    deskName: z.string(),
    apiSigningKey: z.object({ kty: z.literal('EC'), crv: z.literal('P-256'), x: Base64Url, y: Base64Url }),
    apiSealingKey: Base64Url,
    vaultSealingKey: Base64Url,
    /** With which the vault signs the versions of its sealing key; left out where the vault is a bare key. */
    vaultSigningKey: Base64Url.exactOptional(),
  })
  .meta({ id: 'EnrolmentAnswer' });
export type EnrolmentAnswer = z.infer<typeof EnrolmentAnswer>;
