// SPDX-License-Identifier: AGPL-3.0-or-later
import { readFile } from 'node:fs/promises';
import { SignedVaultKeysInUse, SIGNATURE_PURPOSES } from '@sportello/contracts';
import { thumbprint, verifyDocument } from '@sportello/seal';
import { StartRefused } from '../config/start-refused';
import { readEnvironment } from '../config/settings';
import { destroyFile } from '../files/destroy-file';
import { readJson } from '../files/whole-file';
import { KeyRing } from '../keys/key-ring';
import { withVault } from './with-vault';

const DAY_MS = 24 * 60 * 60_000;

/** Makes the first keys; what is there stays. */
export const makeKeys = (): Promise<void> =>
  withVault(async ({ folder, log, now, say }) => {
    const isNew = await KeyRing.makeMissing(folder, now);
    const { version, sealingKey } = (await KeyRing.open(folder)).identity.current.key;
    if (isNew) await log.append('key-made', { version, kid: thumbprint(sealingKey) });
    say(JSON.stringify({ msg: 'keys', isNew, version, publicFile: folder.publicFile }));
  });

/** A new version of the sealing key. The old ones stay, to open what was sealed to them, until `destroy-old-keys`. */
export const rotate = (): Promise<void> =>
  withVault(async ({ folder, log, now, say }) => {
    const { version, sealingKey } = await (await KeyRing.open(folder)).rotate(now);
    await log.append('key-made', { version, kid: thumbprint(sealingKey) });
    say(`Version ${version} counts from now on. Give ${folder.publicFile} to every copy of the API and start them anew; a day later destroy-old-keys.`);
  });

/** Destroys every old private half to which no living blob is sealed, by the list that the API signed. */
export const destroyOldKeys = ([file]: readonly string[]): Promise<void> =>
  withVault(async ({ folder, log, now, say }) => {
    if (file === undefined) throw new StartRefused('Which list? Write it with "npm run --silent api -- vault-keys" and name its file.');
    const ring = await KeyRing.open(folder);
    const { named, keys: inUse } = await listIn(file, now);
    const { version: current, madeAt, sealingKey } = ring.identity.current.key;
    if (named !== thumbprint(sealingKey)) throw new StartRefused(`The API names another key than the newest: give ${folder.publicFile} to every copy of it, start them anew, and wait a day.`);
    // A station that has not heard of the new key yet may still be sealing to the one before.
    if (Date.parse(madeAt) > now.getTime() - DAY_MS) throw new StartRefused('The newest key is younger than a day: codes may be on their way that are sealed to the one before. Wait.');
    for (const { version, kid, file: keyFile } of await ring.held()) {
      if (version === current) continue;
      const blobs = inUse.get(kid);
      if (blobs !== undefined) {
        say(`Version ${version} stays: ${blobs} cards may need it.`);
        continue;
      }
      await log.append('key-destroyed', { version, kid });
      await destroyFile(keyFile);
      say(`Version ${version} is destroyed.`);
    }
  });

async function listIn(file: string, now: Date): Promise<{ readonly named: string; readonly keys: ReadonlyMap<string, number> }> {
  const { VAULT_API_KEY_FILE } = readEnvironment(['VAULT_API_KEY_FILE'], process.env);
  const publicKey = (await readFile(VAULT_API_KEY_FILE, 'utf8').catch(() => '')).trim();
  const list = await readJson(file, SignedVaultKeysInUse);
  if (!list) throw new StartRefused(`There is no file ${file}.`);
  if (!verifyDocument(list.inUse, list.signature, { purpose: SIGNATURE_PURPOSES.vaultKeysInUse, publicKey })) throw new StartRefused('The list is not signed by the API whose key VAULT_API_KEY_FILE holds.');
  if (Date.parse(list.inUse.at) < now.getTime() - DAY_MS) throw new StartRefused('The list is older than a day: write a new one.');
  return { named: list.inUse.named, keys: new Map(list.inUse.keys.map(({ kid, blobs }) => [kid, blobs])) };
}
