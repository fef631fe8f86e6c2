// SPDX-License-Identifier: AGPL-3.0-or-later
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDataFolder } from '../../tools/stack/data-folder.mjs';
import { startStack } from '../../tools/stack/stack.mjs';

/** Runs the whole product and its outside world for the browser stories; tells them the addresses by environment. */
async function start(): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'sportello-browser-'));
  const stack = await startStack({ data: openDataFolder(folder) });
  process.env['DESK_URL'] = stack.deskUrl;
  process.env['REHEARSAL_URL'] = stack.rehearsalUrl;
  process.env['SIGN_INS'] = JSON.stringify(stack.signIns);
  process.env['STATION_PID'] = String(stack.station.pid);
  return async () => {
    await stack.stop();
    await rm(folder, { recursive: true, force: true });
  };
}

// eslint-disable-next-line no-restricted-syntax -- Playwright calls the default export
export default start;
