// SPDX-License-Identifier: AGPL-3.0-or-later
import { join } from 'node:path';
import { shownStationCode } from '@sportello/domain';
import type { ChildProgram } from './card-process/child-handle';
import { CannotStart } from './config/cannot-start';
import { readLearntReaders } from './config/learnt-readers';
import type { GivenSettings, Settings } from './config/settings';
import { openStationFolder } from './config/station-folder';
import { readersOf, refuseToGuess } from './config/station-readers';
import { readVersion } from './config/version';
import { Journal } from './journal/journal';
import { enrol } from './link/enrol';
import { LinkCondition } from './link/link-condition';
import { type PinnedStation, readPinnedStation, writePinnedStation } from './link/pinned-station';
import { forgetRevoked, noteRevoked } from './link/revocation';
import { Sequence } from './link/sequence';
import { readStationCode, renewStationCode } from './link/station-code';
import { openStationKeys, type StationKeys } from './link/station-keys';
import { errorFields } from './log/error-fields';
import { createLogger, type Logger } from './log/logger';
import { lookAtReaders } from './reader/scout/send-scout';
import { Station } from './station';
import { systemClock } from './time/clock';

export interface RunStationPorts {
  readonly programs: { readonly card: ChildProgram; readonly scout: ChildProgram };
  /** Stops the station. */
  readonly signal: AbortSignal;
}

/**
 * Runs the station until the signal stops it.
 *
 * @throws CannotStart
 */
export async function runStation(given: GivenSettings, ports: RunStationPorts): Promise<void> {
  const log = createLogger({ level: given.logLevel });
  const folder = await openStationFolder(given.stationDir);
  try {
    await serve(await withReaders(given, ports), log, ports);
  } finally {
    await folder.release();
  }
}

/** Only where nobody said which reader it is are they looked at first. */
async function withReaders(given: GivenSettings, { programs }: RunStationPorts): Promise<Settings> {
  const readers = readersOf(given, await readLearntReaders(given.stationDir));
  if (readers.reader.kind === 'pcsc' && readers.reader.name === null) {
    const seen = await lookAtReaders({ program: programs.scout, binding: given.readerBinding });
    if (seen.type === 'readers') refuseToGuess(readers, seen.names);
  }
  return { ...given, ...readers };
}

async function serve(settings: Settings, log: Logger, { programs, signal }: RunStationPorts): Promise<void> {
  const keys = await openStationKeys(settings.stationDir);
  const journal = await Journal.open(join(settings.stationDir, 'journal.ndjson'));
  const sequence = new Sequence(journal);
  const condition = new LinkCondition(log, (isRevoked) => void keepRevocation(settings, isRevoked, log));
  const pinned = await becomeKnown(settings, { keys, sequence, condition, signal });
  if (pinned) {
    // One that was enrolled by an earlier version has none yet, and two hands at once would draw two.
    await readStationCode(settings.stationDir);
    const station = new Station({
      settings,
      keys,
      pinned,
      journal,
      sequence,
      condition,
      log,
      version: readVersion(),
      program: programs.card,
      clock: systemClock,
      onPinned: (changed) => writePinnedStation(pinnedFileOf(settings), changed),
      codeNow: () => readStationCode(settings.stationDir),
      onLinked: () => {
        log.info('ready', { url: settings.serverUrl, stationId: pinned.stationId, station: pinned.stationName, desk: pinned.deskName });
        void showCode(settings);
      },
    });
    station.start();
    await aborted(signal);
    log.info('stopping');
    await station.stop();
  }
  await journal.close();
}

/** On a console that somebody looks at, and into no log: there it would be for everybody who reads it. */
async function showCode({ stationDir }: Settings): Promise<void> {
  if (process.stdout.isTTY) process.stdout.write(`Code of this station, for the browser beside it: ${shownStationCode(await readStationCode(stationDir))}\n`);
}

async function keepRevocation({ stationDir }: Settings, isRevoked: boolean, log: Logger): Promise<void> {
  try {
    await (isRevoked ? noteRevoked(stationDir, systemClock.now()) : forgetRevoked(stationDir));
  } catch (error) {
    log.warn('whether the station was revoked could not be written down', errorFields(error));
  }
}

/** The station that the API knows this folder as; enrolled now, when it is not yet. Undefined when it is stopped before. */
async function becomeKnown(
  settings: Settings,
  ports: { readonly keys: StationKeys; readonly sequence: Sequence; readonly condition: LinkCondition; readonly signal: AbortSignal },
): Promise<PinnedStation | undefined> {
  const { serverUrl, enrolmentCode } = settings;
  const file = pinnedFileOf(settings);
  const known = await readPinnedStation(file);
  if (known) return known;
  if (enrolmentCode === null) throw new CannotStart('This station is not enrolled yet: start it once with ENROLMENT_CODE (or --enrol), the code that an administrator hands out.');
  const enrolled = await enrol({ ...ports, serverUrl, code: enrolmentCode, clock: systemClock });
  // Whoever saw the code of the station before it is to see this one's anew.
  if (enrolled) await renewStationCode(settings.stationDir);
  if (enrolled) await writePinnedStation(file, enrolled);
  return enrolled;
}

function pinnedFileOf({ stationDir }: Settings): string {
  return join(stationDir, 'station.json');
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
