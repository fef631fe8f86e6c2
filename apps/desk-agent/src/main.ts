// SPDX-License-Identifier: AGPL-3.0-or-later
/** The station: the program at the counter. It listens on nothing; it calls the API, its printers and its card reader. */
import { extname, join } from 'node:path';
import type { ChildProgram } from './card-process/child-handle';
import { CannotStart } from './config/cannot-start';
import { type Settings, readSettings } from './config/settings';
import { openStationFolder } from './config/station-folder';
import { readVersion } from './config/version';
import { Journal } from './journal/journal';
import { enrol } from './link/enrol';
import { LinkCondition } from './link/link-condition';
import { type PinnedStation, readPinnedStation, writePinnedStation } from './link/pinned-station';
import { Sequence } from './link/sequence';
import { openStationKeys, type StationKeys } from './link/station-keys';
import { errorFields } from './log/error-fields';
import { createLogger, type Logger } from './log/logger';
import { Station } from './station';
import { systemClock } from './time/clock';

const stopping = new AbortController();
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => stopping.abort());
// Started by another program over an IPC channel, the station ends with it.
process.on('disconnect', () => stopping.abort());

process.on('uncaughtException', end);
void main().catch(end);

/** A card's process ends with this one. */
function end(error: unknown): void {
  process.stderr.write(error instanceof CannotStart ? `${error.message}\n` : `The station ended because of something unforeseen: ${JSON.stringify(errorFields(error))}\n`);
  process.exit(1);
}

async function main(): Promise<void> {
  const settings = readSettings(process.env, process.argv.slice(2));
  const log = createLogger({ level: settings.logLevel });
  const folder = await openStationFolder(settings.stationDir);
  try {
    await run(settings, log);
  } finally {
    await folder.release();
  }
  process.exit(0);
}

async function run(settings: Settings, log: Logger): Promise<void> {
  const keys = await openStationKeys(settings.stationDir);
  const journal = await Journal.open(join(settings.stationDir, 'journal.ndjson'));
  const sequence = new Sequence(journal);
  const condition = new LinkCondition(log);
  const pinned = await becomeKnown(settings, { keys, sequence, condition });
  if (pinned) {
    const station = new Station({
      settings,
      keys,
      pinned,
      journal,
      sequence,
      condition,
      log,
      version: readVersion(),
      program: cardProgram(),
      clock: systemClock,
      onLinked: () => log.info('ready', { url: settings.serverUrl, stationId: pinned.stationId, station: pinned.stationName, desk: pinned.deskName }),
    });
    station.start();
    await aborted(stopping.signal);
    log.info('stopping');
    await station.stop();
  }
  await journal.close();
}

/** The station that the API knows this folder as; enrolled now, when it is not yet. Undefined when it is stopped before. */
async function becomeKnown(
  { stationDir, serverUrl, enrolmentCode }: Settings,
  ports: { readonly keys: StationKeys; readonly sequence: Sequence; readonly condition: LinkCondition },
): Promise<PinnedStation | undefined> {
  const file = join(stationDir, 'station.json');
  const known = await readPinnedStation(file);
  if (known) return known;
  if (enrolmentCode === null) throw new CannotStart('This station is not enrolled yet: start it once with ENROLMENT_CODE (or --enrol), the code that an administrator hands out.');
  const enrolled = await enrol({ ...ports, serverUrl, code: enrolmentCode, clock: systemClock, signal: stopping.signal });
  if (enrolled) await writePinnedStation(file, enrolled);
  return enrolled;
}

/** Beside this file, and run as this one is: with what was loaded before it, and without options that open a process to others. */
function cardProgram(): ChildProgram {
  const execArgv = process.execArgv.flatMap((option, index, all) => (option === '--require' ? [option, all[index + 1] ?? ''] : []));
  return { path: join(__dirname, 'card-process', `child${extname(__filename)}`), execArgv };
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
