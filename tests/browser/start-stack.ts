// SPDX-License-Identifier: AGPL-3.0-or-later
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keepStationRunning } from './support/service-manager';

/** Runs the whole product and its outside world for the browser stories; tells them the addresses by environment (`support/stack-addresses.ts`). */
async function start(): Promise<() => Promise<void>> {
  // Playwright reads this file as CommonJS, and the tools are ES modules.
  const [{ openDataFolder }, { startStack }] = await Promise.all([import('../../tools/stack/data-folder.mjs'), import('../../tools/stack/stack.mjs')]);
  const folder = await mkdtemp(join(tmpdir(), 'sportello-browser-'));
  const data = openDataFolder(folder);
  const stack = await startStack({ data });
  const stationPidFile = join(folder, 'station.pid');
  const releaseStation = keepStationRunning(stack, data, stationPidFile);
  process.env['DESK_URL'] = stack.deskUrl;
  process.env['REHEARSAL_URL'] = stack.rehearsalUrl as string;
  process.env['SIGN_INS'] = JSON.stringify(stack.signIns);
  process.env['STATION_PID_FILE'] = stationPidFile;
  process.env['STORIES_DATABASE_URL'] = stack.databaseUrl;
  return async () => {
    await releaseStation();
    await stack.stop();
    await rm(folder, { recursive: true, force: true });
  };
}

// eslint-disable-next-line no-restricted-syntax -- Playwright calls the default export
export default start;
