// SPDX-License-Identifier: AGPL-3.0-or-later
/** The folder in which `npm start` keeps its world between two starts. */
import { accessSync, chmodSync, constants, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createHash, randomBytes } from 'node:crypto';
import { dirname, join } from 'node:path';
import { fail, root } from '../install/ensure.mjs';

/** Raised when the layout of the folder changes; an older or newer folder is refused, never guessed at. */
const LAYOUT = 1;

/**
 * @typedef {{ path: string, logs: string, rehearsal: string, keys: string, vault: string, station: string, database: string, databasePassword: string }} DataFolder
 * @param {string} [chosen] @returns {DataFolder}
 */
export function openDataFolder(chosen = process.env.SPORTELLO_DATA ?? defaultPlace()) {
  try {
    mkdirSync(chosen, { recursive: true });
    accessSync(chosen, constants.W_OK | constants.X_OK);
  } catch {
    fail(`The data folder ${chosen} cannot be written by this user. Give it to the user, or name another one in SPORTELLO_DATA.`);
  }
  const marker = join(chosen, 'layout');
  const layout = existsSync(marker) ? Number(readFileSync(marker, 'utf8')) : LAYOUT;
  if (layout !== LAYOUT) {
    fail(`The data folder ${chosen} was made by another version of the product (layout ${layout}, this one is ${LAYOUT}). Move it away, or name another one in SPORTELLO_DATA.`);
  }
  writeFileSync(marker, String(LAYOUT));
  // The database's user (postgres, when we are root) must be able to pass through.
  chmodSync(chosen, 0o711);
  const part = (/** @type {string} */ name) => {
    const path = join(chosen, name);
    mkdirSync(path, { recursive: true, mode: 0o700 });
    return path;
  };
  return {
    path: chosen,
    logs: part('logs'),
    rehearsal: part('rehearsal'),
    keys: part('keys'),
    vault: part('vault'),
    station: part('station'),
    database: join(chosen, 'database'),
    databasePassword: secret(join(chosen, 'database-password')),
  };
}

/** @param {string} file */
function secret(file) {
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString('base64url'), { mode: 0o600 });
  return readFileSync(file, 'utf8');
}

/** Beside the code; or, when root's clone lies where the database's user cannot go, in the system's place for such data. */
function defaultPlace() {
  const beside = join(root, '.sportello');
  if (process.getuid?.() !== 0 || isPassable(root)) return beside;
  return join('/var/lib', `sportello-${createHash('sha256').update(root).digest('hex').slice(0, 8)}`);
}

/** Whether any user may pass through the folder and all above it. @param {string} folder @returns {boolean} */
export function isPassable(folder) {
  const isOpen = (statSync(folder).mode & 0o001) !== 0;
  const above = dirname(folder);
  return isOpen && (above === folder || isPassable(above));
}
