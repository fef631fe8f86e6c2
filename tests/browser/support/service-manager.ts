// SPDX-License-Identifier: AGPL-3.0-or-later
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DataFolder } from '../../../tools/stack/data-folder.mjs';
import type { Running } from '../../../tools/stack/processes.mjs';

interface Stack {
  readonly deskUrl: string;
  readonly station: Running;
  readonly running: readonly Running[];
}

/**
 * What the system's service manager does on a counter's PC: a station that ended is started again, enrolled as it is. Its process id is kept in `pidFile`.
 * Returns how to stop it for good.
 */
export function keepStationRunning({ deskUrl, station, running }: Stack, data: DataFolder, pidFile: string): () => Promise<void> {
  let current = Promise.resolve(station);
  let isReleased = false;

  const watch = ({ pid, ended }: Running): void => {
    writeFileSync(pidFile, String(pid));
    void ended.then(() => {
      if (!isReleased) current = startAgain().then((started) => (watch(started), started));
    });
  };
  const startAgain = async (): Promise<Running> => {
    const { start } = await import('../../../tools/stack/processes.mjs');
    const world = running.find(({ name }) => name === 'rehearsal')?.ready ?? {};
    const { cardPort, printers } = world as { cardPort: number; printers: { buste: string; moduli: string } };
    return start({
      name: 'station',
      script: join(__dirname, '../../../apps/desk-agent/dist/main.js'),
      env: {
        SERVER_URL: deskUrl,
        STATION_DIR: data.station,
        READER: `network:127.0.0.1:${String(cardPort)}`,
        ENVELOPE_PRINTER: printers.buste,
        FORM_PRINTER: printers.moduli,
        ADAPTERS_ARE_TEST: 'true',
      },
      logDir: data.logs,
    });
  };

  watch(station);
  return async () => {
    isReleased = true;
    await (await current).stop();
  };
}
