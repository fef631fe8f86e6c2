// SPDX-License-Identifier: AGPL-3.0-or-later
/** The station: the program at the counter. It listens on nothing; it calls the API, its printers and its card readers. */
import { extname, join } from 'node:path';
import { assertNever, shownStationCode, type StationCode } from '@sportello/domain';
import type { ChildProgram } from './card-process/child-handle';
import { check } from './check/check';
import { CannotStart } from './config/cannot-start';
import { readCommand } from './config/command';
import { writeLearntReaders } from './config/learnt-readers';
import { readReaderSettings, readSettings, type ReaderSettings } from './config/settings';
import { readPinnedStation } from './link/pinned-station';
import { readStationCode, renewStationCode } from './link/station-code';
import { tellIdentity } from './link/station-identity';
import { errorFields } from './log/error-fields';
import { pinPrinter } from './printer/pin-printer';
import { learnReaders } from './reader/learn-readers';
import { openTerminal } from './reader/terminal';
import { runStation } from './run-station';
import { printTestPage, readTestPage } from './test-page/print-test-page';
import { systemClock } from './time/clock';

const stopping = new AbortController();
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => stopping.abort());
// Started by another program over an IPC channel, the station ends with it.
process.on('disconnect', () => stopping.abort());

/** Beside this file, and run as this one is: with what was loaded before it, and without options that open a process to others. */
const programs = { card: program('card-process', 'child'), scout: program('reader', 'scout', 'scout') };

process.on('uncaughtException', end);
void main().then((code) => process.exit(code), end);

/** A card's process ends with this one. */
function end(error: unknown): void {
  process.stderr.write(error instanceof CannotStart ? `${error.message}\n` : `The station ended because of something unforeseen: ${JSON.stringify(errorFields(error))}\n`);
  process.exit(1);
}

/** Resolves with the exit code. */
async function main(): Promise<number> {
  const { command, about, args } = readCommand(process.argv.slice(2));
  const say = (line: string): void => void process.stdout.write(`${line}\n`);
  switch (command) {
    case 'serve':
      await runStation(readSettings(process.env, args), { programs, signal: stopping.signal });
      return 0;
    case 'check': {
      const settings = readSettings(process.env, args);
      return (await check({ settings, scout: programs.scout, clock: systemClock, say })) ? 0 : 1;
    }
    case 'learn-readers':
      await learn(readReaderSettings(process.env, args));
      return 0;
    case 'pin-printer':
      await pinPrinter({ uri: about ?? '', environment: process.env, say });
      return 0;
    case 'identity': {
      const { name, fingerprint, line } = await tellIdentity(readReaderSettings(process.env, args).stationDir);
      process.stdout.write(`${name}\nFingerprint, to be read out at the counter: ${fingerprint}\nLine, for the vault's administrator:\n${line}\n`);
      return 0;
    }
    case 'show-code':
      say(await codeLine(readReaderSettings(process.env, args), readStationCode));
      return 0;
    case 'new-code':
      say(await codeLine(readReaderSettings(process.env, args), renewStationCode));
      say('A station that runs takes it up within fifteen seconds; from then on the browsers beside it are asked for it.');
      return 0;
    case 'test-page': {
      const page = readTestPage(about);
      return (await printTestPage({ page, settings: readSettings(process.env, args), clock: systemClock, say })) ? 0 : 1;
    }
    default:
      return assertNever(command);
  }
}

/** @throws CannotStart when nobody enrolled the station: a code that is nobody's would only mislead. */
async function codeLine({ stationDir }: ReaderSettings, codeOf: (stationDir: string) => Promise<StationCode>): Promise<string> {
  const pinned = await readPinnedStation(join(stationDir, 'station.json'));
  if (!pinned) throw new CannotStart('This station is not enrolled yet: start it once with ENROLMENT_CODE (or --enrol), then ask for its code.');
  return `${pinned.stationName}, ${pinned.deskName}: the code to type in the browser beside it is ${shownStationCode(await codeOf(stationDir))}`;
}

async function learn({ stationDir, readerBinding }: ReaderSettings): Promise<void> {
  stopping.signal.addEventListener('abort', () => process.exit(1));
  const terminal = openTerminal(process.stdin, process.stdout);
  const learnt = await learnReaders({ program: programs.scout, binding: readerBinding }, terminal);
  terminal.say(`Noted in ${await writeLearntReaders(stationDir, learnt)}. A station that runs takes it up when it is started again.`);
}

function program(...path: readonly string[]): ChildProgram {
  const execArgv = process.execArgv.flatMap((option, index, all) => (option === '--require' ? [option, all[index + 1] ?? ''] : []));
  return { path: `${join(__dirname, ...path)}${extname(__filename)}`, execArgv };
}
