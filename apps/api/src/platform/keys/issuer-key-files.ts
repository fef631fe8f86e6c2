// SPDX-License-Identifier: AGPL-3.0-or-later
import { SecretBytes, cryptogramOf, deriveCardKey } from '@sportello/card-io/issuer';
import { readFile, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { StartRefused } from '../../config/environment';
import type { IssuerKeys } from './issuer-keys';
import { refuseOpenFolder } from './open-folder';

const FILE_NAME = /^issuer-master-([1-9]\d{0,5})\.hex$/;
const MASTER_KEY = /^[0-9A-Fa-f]{64}$/;

/**
 * The issuer's master keys in files `issuer-master-VERSION.hex` (32 bytes in hex) of a folder that only its user enters. An HSM is the better place.
 *
 * @throws StartRefused when the folder or a file is open to others, or a file holds no key.
 */
export async function readIssuerKeyFiles(folder: string): Promise<IssuerKeys> {
  await refuseOpenFolder(folder, 'ISSUER_KEYS_DIR');
  const names = await readdir(folder);
  const masters = new Map<number, SecretBytes>();
  for (const name of names) {
    const [, version] = FILE_NAME.exec(name) ?? [];
    if (version !== undefined) masters.set(Number(version), await masterKeyIn(join(folder, name)));
  }
  if (masters.size === 0) throw new StartRefused('The folder named by ISSUER_KEYS_DIR holds no issuer-master-VERSION.hex.');
  return {
    versions: [...masters.keys()].sort((one, other) => one - other),
    cryptogram: (version, idCarta, challenge) => {
      const master = masters.get(version);
      return master ? Promise.resolve(cryptogramUnder(master, idCarta, challenge)) : Promise.reject(new Error('this version of the issuer key is not here'));
    },
  };
}

function cryptogramUnder(master: SecretBytes, idCarta: string, challenge: Uint8Array): Uint8Array {
  const cardKey = deriveCardKey(master, idCarta);
  try {
    return cryptogramOf(cardKey, challenge);
  } finally {
    cardKey.wipe();
  }
}

async function masterKeyIn(path: string): Promise<SecretBytes> {
  const { mode } = await stat(path);
  if (process.platform !== 'win32' && (mode & 0o077) !== 0) throw new StartRefused(`The issuer key file ${path} can be read by others: give it mode 0600.`);
  const text = (await readFile(path, 'utf8')).trim();
  if (!MASTER_KEY.test(text)) throw new StartRefused(`The issuer key file ${path} holds no key of 32 bytes in hex.`);
  return SecretBytes.own(Uint8Array.from(Buffer.from(text, 'hex')));
}
