// SPDX-License-Identifier: AGPL-3.0-or-later
import { join } from 'node:path';
import { assertNever } from '@sportello/domain';
import { generateSealingKeyPair, generateSigningKeyPair, type P256KeyPair, publicKeyOf, readPrivateKeyFile, type SigningKey, signingKeyOf, writePrivateKeyFile } from '@sportello/seal';
import { CannotStart } from '../config/cannot-start';

export interface StationKeys {
  /** Signs requests and intents; lives in the parent. */
  readonly signing: SigningKey;
  /** Codes are sealed to it. The card's process reads its private half from this file; the parent does so once, at its start, for the public half, and keeps nothing of it. */
  readonly sealing: { readonly publicKey: string; readonly privateKeyFile: string };
}

/**
 * The station's own keys, made on the first start. They never leave the station.
 *
 * @throws CannotStart when a file may be read by others, or is no key.
 */
export async function openStationKeys(stationDir: string): Promise<StationKeys> {
  const sealingFile = join(stationDir, 'sealing-key.pem');
  const signingKey = await openKey(join(stationDir, 'signing-key.pem'), generateSigningKeyPair);
  const sealingKey = await openKey(sealingFile, generateSealingKeyPair);
  return { signing: signingKeyOf(signingKey), sealing: { publicKey: publicKeyOf(sealingKey), privateKeyFile: sealingFile } };
}

async function openKey(path: string, generate: () => Promise<P256KeyPair>): Promise<string> {
  const found = await readPrivateKeyFile(path);
  switch (found.kind) {
    case 'private-key':
      return found.privateKey;
    case 'key-file-absent':
      await writePrivateKeyFile(path, (await generate()).privateKey);
      // Whoever wrote the file first, what is in it counts.
      return openKey(path, generate);
    case 'key-file-open-to-others':
      throw new CannotStart(`The key file ${path} may be read by others (mode ${found.mode}): give it mode 0600, and if somebody may have read it, enrol the station again.`);
    case 'not-a-private-key':
      throw new CannotStart(`The key file ${path} holds no P-256 private key: restore it from a copy, or enrol the station again in an empty STATION_DIR.`);
    default:
      return assertNever(found);
  }
}
