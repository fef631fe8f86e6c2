// SPDX-License-Identifier: AGPL-3.0-or-later
import type { VaultIdentity } from '@sportello/contracts';
import { generateLogKey, type LogKey, logKeyOf, type P256KeyPair, generateSealingKeyPair, generateSigningKeyPair, signingKeyOf } from '@sportello/seal';
import { SecretBytes, cryptogramOf, deriveCardKey } from '@sportello/card-io/issuer';
import { auditKeysOf } from '../platform/keys/audit-keys';
import type { IssuerKeys } from '../platform/keys/issuer-keys';
import type { Keys } from '../platform/keys/keys';
import { SystemRandomness } from '../platform/ports/randomness';

const issuerMaster = SecretBytes.own(new Uint8Array(32).fill(7));

/** The key of an issuer of nobody, as version 1. */
export const issuerKeysOfTests: IssuerKeys = {
  versions: [1],
  cryptogram: (_version, idCarta, challenge) => Promise.resolve(cryptogramOf(deriveCardKey(issuerMaster, idCarta), challenge)),
};

export function newLogKey(): LogKey {
  const key = logKeyOf(generateLogKey());
  if (!key) throw new Error('a new key is a key');
  return key;
}

/** Keys as the folder of a real API holds them, and the vault's private one, which no API has. @param identityOf where a vault's program runs: starts it, and answers what it publishes. */
export async function testKeys(identityOf: (apiPublicKey: string) => Promise<VaultIdentity | null> = () => Promise.resolve(null)): Promise<{ readonly keys: Keys; readonly vault: P256KeyPair }> {
  const [signing, sealing, vault] = await Promise.all([generateSigningKeyPair(), generateSealingKeyPair(), generateSealingKeyPair()]);
  const vaultIdentity = await identityOf(signing.publicKey);
  const secret = (): Uint8Array => new SystemRandomness().bytes(32);
  const keys: Keys = {
    signing: signingKeyOf(signing.privateKey),
    sealingPrivateKey: sealing.privateKey,
    sealingPublicKey: sealing.publicKey,
    cip: secret(),
    outerCode: secret(),
    lookup: secret(),
    transportCodes: secret(),
    secondFactors: secret(),
    evidence: { current: 1, versions: new Map([[1, secret()]]) },
    audit: auditKeysOf([newLogKey()]),
    vaultPublicKey: vaultIdentity?.current.key.sealingKey ?? vault.publicKey,
    vaultIdentity,
  };
  return { keys, vault };
}
