// SPDX-License-Identifier: AGPL-3.0-or-later
import * as z from 'zod';
import { Base64Url, Id } from '../primitives';

/** What a station says of itself to whoever certifies it for the vault; both keys are public ones (base64url of the point). */
export const StationIdentity = z.strictObject({ stationId: Id, name: z.string().min(1).max(200), signingKey: Base64Url, sealingKey: Base64Url });
export type StationIdentity = z.infer<typeof StationIdentity>;

/** With the station's own signature, which proves that it has the key. Travels as one line of base64url. */
export const SignedStationIdentity = z.strictObject({ identity: StationIdentity, signature: Base64Url });
export type SignedStationIdentity = z.infer<typeof SignedStationIdentity>;
