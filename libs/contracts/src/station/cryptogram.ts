// SPDX-License-Identifier: AGPL-3.0-or-later
import * as z from 'zod';
import { Base64Url } from '../primitives';

/**
 * The challenge that the card of a running `issuer-auth` write drew (GET CHALLENGE, 8 bytes). The same challenge again gets the same answer; a lease is
 * answered for two at most (a card may find the issuer's key from the MF only, and draws anew there), and more are refused as *challenge-refused*.
 */
export const CryptogramRequest = z.strictObject({ fence: z.int(), challenge: Base64Url.length(11) }).meta({ id: 'CryptogramRequest' });
export type CryptogramRequest = z.infer<typeof CryptogramRequest>;

/** What EXTERNAL AUTHENTICATE takes: 8 bytes. It is worth nothing but for this challenge of this card. */
export const CryptogramAnswer = z.object({ cryptogram: Base64Url.length(11) }).meta({ id: 'CryptogramAnswer' });
export type CryptogramAnswer = z.infer<typeof CryptogramAnswer>;
