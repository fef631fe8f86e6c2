// SPDX-License-Identifier: AGPL-3.0-or-later
import { readEnvironment } from '../config/environment';
import { makeMissingKeys } from '../platform/keys/key-folder';
import { Log } from '../platform/logging/log';
import { SystemRandomness } from '../platform/ports/randomness';

/** Makes the key files that are missing in KEYS_DIR. */
export async function keys(): Promise<void> {
  const { KEYS_DIR, LOG_LEVEL } = readEnvironment(['KEYS_DIR', 'LOG_LEVEL'], process.env);
  const made = await makeMissingKeys(KEYS_DIR, new SystemRandomness());
  new Log(LOG_LEVEL).info('keys', { made: made.join(', '), count: made.length });
}
