// SPDX-License-Identifier: AGPL-3.0-or-later
import { generateKeyPair } from 'node:crypto';
import { promisify } from 'node:util';
import type { DataFolder } from './data-folder';
import { readIfThere, writeWhole } from './files';

const generate = promisify(generateKeyPair);

/**
 * Makes the key pair that envelopes are sealed to beside the station's own (P-256), unless it is there. The public key is the base64url of the
 * uncompressed point (SEC 1 §2.3.3), the private one PKCS#8 in PEM: the forms that the product's key files have.
 */
export const makeVaultKeys = async (folder: DataFolder): Promise<void> => {
  if ((await readIfThere(folder.vaultPublicKey)) !== undefined) return;
  const { publicKey, privateKey } = await generate('ec', { namedCurve: 'P-256' });
  const { x, y } = publicKey.export({ format: 'jwk' });
  if (x === undefined || y === undefined) throw new TypeError('a P-256 key has two coordinates');
  const point = Buffer.concat([Uint8Array.of(0x04), Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')]);
  await writeWhole(folder.vaultPrivateKey, privateKey.export({ format: 'pem', type: 'pkcs8' }).toString());
  // Written last: its presence says that both are there.
  await writeWhole(folder.vaultPublicKey, `${point.toString('base64url')}\n`);
};
