// SPDX-License-Identifier: AGPL-3.0-or-later
import { mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { errorCode } from '../process/error-code';
import { StartRefused } from './start-refused';

/** Where everything of the vault's lies. */
export interface VaultFolder {
  readonly path: string;
  readonly signingKey: string;
  /** What others may know of it: the file for the API. */
  readonly publicFile: string;
  readonly stations: string;
  readonly people: string;
  readonly log: string;
  readonly lock: string;
}

/**
 * The vault's folder, made when it is not there.
 *
 * @throws StartRefused when it cannot be used, or others may enter it: whoever can put a file in it decides whom the vault believes.
 */
export async function openVaultFolder(path: string): Promise<VaultFolder> {
  try {
    await mkdir(path, { recursive: true, mode: 0o700 });
    const { mode } = await stat(path);
    if (process.platform !== 'win32' && (mode & 0o077) !== 0) throw new StartRefused('The folder named by VAULT_DIR may be entered by others: give it mode 0700.');
  } catch (error) {
    if (error instanceof StartRefused) throw error;
    throw new StartRefused(`The folder named by VAULT_DIR cannot be used by this user (${errorCode(error)}).`);
  }
  const at = (name: string): string => join(path, name);
  return { path, signingKey: at('signing-key.pem'), publicFile: at('public.json'), stations: at('stations.json'), people: at('people.json'), log: at('log.ndjson'), lock: at('in-use') };
}
