// SPDX-License-Identifier: AGPL-3.0-or-later
import { generateLogKey, type LogKey, logKeyOf } from '@sportello/seal';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { StartRefused } from '../../config/environment';
import { readKeyText, writeKeyText } from './secret-key-file';

/** The keys that seal the log: the newest, to which the one in force hands over in its next block, and all that are held, by their names. */
export interface AuditKeys {
  readonly newest: LogKey;
  readonly held: ReadonlyMap<string, LogKey>;
}

const FILE_NAME = /^audit-signing(?:-([2-9]|[1-9]\d{1,5}))?\.pem$/;
const fileOf = (version: number): string => (version === 1 ? 'audit-signing.pem' : `audit-signing-${version}.pem`);

export const auditKeysOf = (keys: readonly [LogKey, ...LogKey[]]): AuditKeys => ({ newest: keys.at(-1) as LogKey, held: new Map(keys.map((key) => [key.keyId, key])) });

/** @throws StartRefused when there is none, or one cannot be read as it has to be. */
export async function readAuditKeys(folder: string): Promise<AuditKeys> {
  const [first, ...more] = await Promise.all((await versionsIn(folder)).map((version) => readVersion(join(folder, fileOf(version)))));
  if (!first) throw new StartRefused(`The key file ${join(folder, fileOf(1))} is missing: make the API's keys with the command "keys".`);
  return auditKeysOf([first, ...more]);
}

/** The first version, where there is none yet. Answers the file's name when it was made. */
export async function makeFirstAuditKey(folder: string): Promise<string | undefined> {
  return (await versionsIn(folder)).length === 0 ? writeVersion(folder, 1) : undefined;
}

/** One version more, which seals once a copy of the API that has it has started anew. */
export async function makeNextAuditKey(folder: string): Promise<string | undefined> {
  return writeVersion(folder, ((await versionsIn(folder)).at(-1) ?? 0) + 1);
}

async function writeVersion(folder: string, version: number): Promise<string | undefined> {
  return (await writeKeyText(join(folder, fileOf(version)), generateLogKey())) ? fileOf(version) : undefined;
}

async function readVersion(path: string): Promise<LogKey> {
  const key = logKeyOf(await readKeyText(path));
  if (!key) throw new StartRefused(`The key file ${path} holds no Ed25519 private key.`);
  return key;
}

/** In order. */
async function versionsIn(folder: string): Promise<readonly number[]> {
  const versions = (await readdir(folder)).flatMap((name) => {
    const found = FILE_NAME.exec(name);
    return found ? [Number(found[1] ?? 1)] : [];
  });
  return versions.sort((one, other) => one - other);
}
