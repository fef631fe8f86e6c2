// SPDX-License-Identifier: AGPL-3.0-or-later
import { SecretBytes, cryptogramOf } from '@sportello/card-io/issuer';
import { StartRefused } from '../../config/environment';
import { type HsmPlace, HsmToken } from './hsm-token';
import type { IssuerKeys } from './issuer-keys';

/** As `deriveCardKey` of card-io: the first 16 bytes of the HMAC over the ID_Carta. */
const CARD_KEY_BYTES = 16;

/**
 * The issuer's master keys in an HSM: secret keys with the label `issuer-master-VERSION`, which never leave it. A card's key is derived there (CKM_SHA256_HMAC); what
 * comes out serves for one cryptogram and is wiped.
 *
 * @throws StartRefused when the binding, the library, the token, its PIN or a key is not as it must be.
 */
export async function openHsmIssuerKeys(place: HsmPlace): Promise<IssuerKeys> {
  const token = await HsmToken.open(place);
  const { versions } = token;
  if (versions.length === 0) throw new StartRefused(`The HSM's token "${place.token}" holds no key issuer-master-VERSION.`);
  // Now, and not with a citizen's card in the reader.
  for (const version of versions) (await tried(token, version)).fill(0);
  return {
    versions,
    cryptogram: async (version, idCarta, challenge) => {
      const mac = await token.hmacSha256(version, Buffer.from(idCarta, 'ascii'));
      const cardKey = SecretBytes.own(mac.subarray(0, CARD_KEY_BYTES));
      try {
        return cryptogramOf(cardKey, challenge);
      } finally {
        mac.fill(0);
        cardKey.wipe();
      }
    },
  };
}

function tried(token: HsmToken, version: number): Promise<Buffer> {
  return token.hmacSha256(version, Buffer.from('start', 'ascii')).catch((error: unknown) => {
    throw new StartRefused(`The HSM's key issuer-master-${version} makes no HMAC-SHA-256 (${error instanceof Error ? error.message : typeof error}).`);
  });
}
