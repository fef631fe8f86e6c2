// SPDX-License-Identifier: AGPL-3.0-or-later
import { randomBytes } from 'node:crypto';
import { open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { drawStationCode, parseStationCode, type StationCode } from '@sportello/domain';
import { CannotStart } from '../config/cannot-start';
import { errorCode } from '../log/error-code';

/**
 * The code by which the browsers beside this station say that they stand here. It is drawn on the station, lies in its folder, and is shown on its console or by a command:
 * the station listens on nothing, and nobody who is elsewhere sees it.
 *
 * @throws CannotStart when the file is there and cannot be read.
 */
export async function readStationCode(stationDir: string): Promise<StationCode> {
  try {
    const code = parseStationCode(await readFile(fileIn(stationDir), 'utf8'));
    return code ?? (await renewStationCode(stationDir));
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return renewStationCode(stationDir);
    if (errorCode(error) === 'EACCES') throw new CannotStart(`${fileIn(stationDir)} is not this user's to read. Run this as the user under whom the station runs.`);
    throw error;
  }
}

/** Another code from now on, whole or not at all. A station that runs takes it up with its next sign of life. */
export async function renewStationCode(stationDir: string): Promise<StationCode> {
  const code = drawStationCode(randomBytes);
  const draft = `${fileIn(stationDir)}.new`;
  const file = await open(draft, 'w', 0o600);
  try {
    await file.writeFile(`${code}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(draft, fileIn(stationDir));
  return code;
}

function fileIn(stationDir: string): string {
  return join(stationDir, 'station-code');
}
