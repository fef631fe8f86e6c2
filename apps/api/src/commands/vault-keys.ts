// SPDX-License-Identifier: AGPL-3.0-or-later
import { SIGNATURE_PURPOSES, type SignedVaultKeysInUse, type VaultKeysInUse } from '@sportello/contracts';
import { signDocument } from '@sportello/seal';
import { readEnvironment } from '../config/environment';
import { IntentRepository } from '../platform/activation/intent.repository';
import { readSigningKey } from '../platform/keys/key-folder';
import { withDatabase } from './with-database';

/** Prints, signed, to which of the vault's keys living blobs are sealed: what the vault needs before it destroys an old one. */
export async function vaultKeys(): Promise<void> {
  const { KEYS_DIR } = readEnvironment(['KEYS_DIR'], process.env);
  const key = await readSigningKey(KEYS_DIR);
  await withDatabase(async (unitOfWork) => {
    const keys = await unitOfWork.read((transaction) => transaction.repository(IntentRepository).vaultKeysInUse());
    const inUse: VaultKeysInUse = { at: new Date().toISOString(), keys: [...keys] };
    const signed: SignedVaultKeysInUse = { inUse, signature: await signDocument(inUse, { purpose: SIGNATURE_PURPOSES.vaultKeysInUse, key }) };
    process.stdout.write(`${JSON.stringify(signed)}\n`);
  });
}
