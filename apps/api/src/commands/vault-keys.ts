// SPDX-License-Identifier: AGPL-3.0-or-later
import { SIGNATURE_PURPOSES, type SignedVaultKeysInUse, type VaultKeysInUse } from '@sportello/contracts';
import { signDocument, thumbprint } from '@sportello/seal';
import { readEnvironment } from '../config/environment';
import { IntentRepository } from '../platform/activation/intent.repository';
import { readSigningKey } from '../platform/keys/key-folder';
import { readVaultFile } from '../platform/keys/vault-file';
import { withDatabase } from './with-database';

/** Prints, signed, to which of the vault's keys living blobs are sealed and new ones will be: what the vault needs before it destroys an old one. */
export async function vaultKeys(): Promise<void> {
  const { KEYS_DIR, VAULT_PUBLIC_KEY_FILE } = readEnvironment(['KEYS_DIR', 'VAULT_PUBLIC_KEY_FILE'], process.env);
  const key = await readSigningKey(KEYS_DIR);
  const { vaultPublicKey } = await readVaultFile(VAULT_PUBLIC_KEY_FILE);
  await withDatabase('vault-keys', async (unitOfWork) => {
    const keys = await unitOfWork.read((transaction) => transaction.repository(IntentRepository).vaultKeysInUse());
    const inUse: VaultKeysInUse = { at: new Date().toISOString(), named: thumbprint(vaultPublicKey), keys: [...keys] };
    const signed: SignedVaultKeysInUse = { inUse, signature: await signDocument(inUse, { purpose: SIGNATURE_PURPOSES.vaultKeysInUse, key }) };
    process.stdout.write(`${JSON.stringify(signed)}\n`);
  });
}
