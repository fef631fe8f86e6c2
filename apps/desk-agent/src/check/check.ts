// SPDX-License-Identifier: AGPL-3.0-or-later
import { CannotStart } from '../config/cannot-start';
import { readLearntReaders } from '../config/learnt-readers';
import type { GivenSettings } from '../config/settings';
import { readersOf, type StationReaders } from '../config/station-readers';
import type { ChildProgram } from '../card-process/child-handle';
import { lookAtReaders } from '../reader/scout/send-scout';
import type { Clock } from '../time/clock';
import { askServer } from './ask-server';
import { type Finding, notTried, notWell } from './finding';
import { probeBinding } from './probe-binding';
import { probeClock } from './probe-clock';
import { probeEnrolment } from './probe-enrolment';
import { probeLink } from './probe-link';
import { probePcsc } from './probe-pcsc';
import { probePrinter } from './probe-printer';
import { probeReader } from './probe-reader';

export interface CheckOptions {
  readonly settings: GivenSettings;
  /** The process that looks at the readers. */
  readonly scout: ChildProgram;
  readonly clock: Clock;
  readonly say: (line: string) => void;
}

/**
 * The self-test at opening time: a line for each part, then one JSON line. It asks and does not act, so a station may be running meanwhile.
 *
 * @returns whether all is well.
 */
export async function check({ settings, scout, clock, say }: CheckOptions): Promise<boolean> {
  const [readers, printersAndLink] = await Promise.all([
    probeReaders(settings, scout),
    Promise.all([probePrinter('envelope-printer', settings.envelopePrinter), probePrinter('form-printer', settings.formPrinter), probeServer(settings, clock)]),
  ]);
  const findings = [...readers, ...printersAndLink.flat(), await probeEnrolment(settings.stationDir)];
  findings.forEach((finding) => say(lineOf(finding)));
  const isWell = findings.every(({ state }) => state !== 'not-well');
  say(JSON.stringify({ well: isWell, checks: Object.fromEntries(findings.map(({ name, state }) => [name, state])) }));
  return isWell;
}

async function probeReaders(settings: GivenSettings, scout: ChildProgram): Promise<readonly Finding[]> {
  const readers = await readersOrComplaint(settings);
  if (readers instanceof CannotStart) return [notTried('binding', 'not before the readers are named'), notWell('citizen-reader', 'which reader is whose is not clear', readers.message)];
  const { reader, operatorReader } = readers;
  const isNative = reader.kind === 'pcsc' || operatorReader?.kind === 'pcsc';
  const seen = isNative ? await lookAtReaders({ program: scout, binding: settings.readerBinding }) : null;
  const native = seen ? [probeBinding(settings.readerBinding, seen), probePcsc(seen)] : [notTried('binding', 'no reader needs it'), notTried('pcsc', 'no reader needs it')];
  return [...native, probeReader('citizen', reader, seen), probeReader('operator', operatorReader, seen)];
}

async function probeServer({ serverUrl }: GivenSettings, clock: Clock): Promise<readonly Finding[]> {
  const answer = await askServer(serverUrl, clock);
  return [probeClock(answer), probeLink(serverUrl, answer)];
}

async function readersOrComplaint(settings: GivenSettings): Promise<StationReaders | CannotStart> {
  try {
    return readersOf(settings, await readLearntReaders(settings.stationDir));
  } catch (error) {
    if (error instanceof CannotStart) return error;
    throw error;
  }
}

const words: Readonly<Record<Finding['state'], string>> = { well: 'well', 'not-well': 'NOT WELL', 'not-tried': 'not tried' };

function lineOf({ name, state, seen, remedy }: Finding): string {
  return `${words[state].padEnd(10)}${name.padEnd(18)}${seen}${remedy === null ? '' : ` → ${remedy}`}`;
}
