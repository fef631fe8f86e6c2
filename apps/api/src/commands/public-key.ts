// SPDX-License-Identifier: AGPL-3.0-or-later
import { readEnvironment } from '../config/environment';
import { readSigningKey } from '../platform/keys/key-folder';

/** Prints the public half of the API's signing key: what the vault pins (VAULT_API_KEY_FILE). */
export async function publicKey(): Promise<void> {
  const { KEYS_DIR } = readEnvironment(['KEYS_DIR'], process.env);
  process.stdout.write(`${(await readSigningKey(KEYS_DIR)).publicKey}\n`);
}
