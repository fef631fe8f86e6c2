// SPDX-License-Identifier: AGPL-3.0-or-later
import { createCipheriv, createHmac } from 'node:crypto';
import { SecretBytes } from '../bytes/secret-bytes';

const cardKeyLength = 16;
const challengeLength = 8;

/** The key of one card: the first 16 bytes of HMAC-SHA-256(issuer master key, ASCII ID_Carta). How real issuers diversify is not published. The caller wipes it. */
export function deriveCardKey(masterKey: SecretBytes, idCarta: string): SecretBytes {
  const mac = masterKey.use((key) => createHmac('sha256', key).update(idCarta, 'ascii').digest());
  try {
    return SecretBytes.own(Uint8Array.from(mac.subarray(0, cardKeyLength)));
  } finally {
    mac.fill(0);
  }
}

/** The cryptogram for EXTERNAL AUTHENTICATE: two-key triple DES (NIST SP 800-67, keying option 2) over the card's challenge of 8 bytes, one block. */
export function cryptogramOf(cardKey: SecretBytes, challenge: Uint8Array): Uint8Array {
  if (challenge.length !== challengeLength) throw new Error('a challenge has 8 bytes');
  return cardKey.use((key) => {
    const cipher = createCipheriv('des-ede-ecb', key, null).setAutoPadding(false);
    return Uint8Array.from(Buffer.concat([cipher.update(challenge), cipher.final()]));
  });
}
