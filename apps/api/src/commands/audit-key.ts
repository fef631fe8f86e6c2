// SPDX-License-Identifier: AGPL-3.0-or-later
import { StartRefused, readEnvironment } from '../config/environment';
import { addAuditKey, readFolderOfAuditKeys } from '../platform/keys/key-folder';
import { Log } from '../platform/logging/log';

const USAGE = 'Say "audit-key list" for the public keys, oldest first, or "audit-key add" for a new one, to which the one in force hands over.';

/** The keys that seal the log: their public halves, by which an export is verified, and a new one. */
export async function auditKey([verb]: readonly string[]): Promise<void> {
  const { KEYS_DIR, LOG_LEVEL } = readEnvironment(['KEYS_DIR', 'LOG_LEVEL'], process.env);
  if (verb === 'add') {
    new Log(LOG_LEVEL).info('key of the log added', { made: await addAuditKey(KEYS_DIR) });
    return;
  }
  if (verb !== 'list') throw new StartRefused(USAGE);
  for (const { publicKey } of (await readFolderOfAuditKeys(KEYS_DIR)).held.values()) process.stdout.write(`${publicKey}\n`);
}
