// SPDX-License-Identifier: AGPL-3.0-or-later
import { stat } from 'node:fs/promises';
import { StartRefused } from '../../config/environment';

/** Who can list or enter a key folder could also put a key of theirs in it. Windows has no such bits. `variable` names the folder. @throws StartRefused */
export async function refuseOpenFolder(folder: string, variable: string, remedy = ''): Promise<void> {
  const found = await stat(folder).catch(() => undefined);
  if (!found?.isDirectory()) throw new StartRefused(`${variable} names no folder${remedy}.`);
  if (process.platform !== 'win32' && (found.mode & 0o077) !== 0) throw new StartRefused(`The folder named by ${variable} is open to others: give it mode 0700.`);
}
