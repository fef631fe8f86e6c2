// SPDX-License-Identifier: AGPL-3.0-or-later
import { keyedMac } from '@sportello/seal';
import type { Keys } from '../keys/keys';

/** What bcrypt is asked about a CIP: an HMAC of ID_Carta and CIP, whose key is not in the database. Text, because bcrypt ends at a zero byte. */
export function cipSecret(keys: Keys, idCarta: string, cip: string): string {
  return Buffer.from(keyedMac({ key: keys.cip, label: 'cip', parts: [idCarta, cip] })).toString('base64url');
}
