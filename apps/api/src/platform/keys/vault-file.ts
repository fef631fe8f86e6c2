// SPDX-License-Identifier: AGPL-3.0-or-later
import { SIGNATURE_PURPOSES, VaultIdentity } from '@sportello/contracts';
import { isPublicKey, verifyDocument } from '@sportello/seal';
import { readFile } from 'node:fs/promises';
import { StartRefused } from '../../config/environment';
import type { Keys } from './keys';

/**
 * What the vault published of itself, checked; or a bare public key.
 *
 * @throws StartRefused
 */
export async function readVaultFile(path: string): Promise<Pick<Keys, 'vaultPublicKey' | 'vaultIdentity'>> {
  const text = await readFile(path, 'utf8').catch(() => {
    throw new StartRefused('VAULT_PUBLIC_KEY_FILE names a file that cannot be read.');
  });
  const bare = text.trim();
  if (isPublicKey(bare)) return { vaultPublicKey: bare, vaultIdentity: null };
  const { success, data: identity } = VaultIdentity.safeParse(jsonIn(text));
  if (!success) throw new StartRefused('VAULT_PUBLIC_KEY_FILE names a file that holds no P-256 public key, nor what a vault published of itself.');
  const { signingKey, current } = identity;
  const isTheVaults = verifyDocument(current.key, current.signature, { purpose: SIGNATURE_PURPOSES.vaultKey, publicKey: signingKey });
  if (!isTheVaults || !isPublicKey(current.key.sealingKey)) throw new StartRefused('VAULT_PUBLIC_KEY_FILE names a file that the vault did not sign: copy it from the vault anew.');
  return { vaultPublicKey: current.key.sealingKey, vaultIdentity: identity };
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Neither shape, which is what is told.
    return undefined;
  }
}
