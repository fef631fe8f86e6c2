// SPDX-License-Identifier: AGPL-3.0-or-later
import { REASON_LENGTH } from '@sportello/domain';
import * as z from 'zod';

/** Shapes that several messages share. Bytes travel as base64url without padding (RFC 4648 §5). */
export const Id = z.uuid();
export const Instant = z.iso.datetime({ offset: true });
export const LocalDateText = z.iso.date();
export const Base64Url = z.string().regex(/^[A-Za-z0-9_-]*$/);
export const Hex = z.string().regex(/^([0-9A-Fa-f]{2})*$/);
export const IdCartaText = z.string().regex(/^\d{16}$/);
export const ControlNumberText = z.string().regex(/^\d{6}$/);

/** Why, in the person's own words. */
export const Reason = z.string().trim().min(REASON_LENGTH.least).max(REASON_LENGTH.most);

/** An HPKE blob (RFC 9180): recipient's key thumbprint, encapsulated key, ciphertext. */
export const SealedBlobMessage = z.strictObject({ v: z.literal(1), kid: Base64Url, enc: Base64Url, ct: Base64Url }).meta({ id: 'SealedBlob' });
export type SealedBlobMessage = z.infer<typeof SealedBlobMessage>;
