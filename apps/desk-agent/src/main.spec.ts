// SPDX-License-Identifier: AGPL-3.0-or-later
import { chmod, readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { VirtualCardContents } from '@sportello/card-io/simulator';
import { demoContents, freshCard, idCartas, transportCodes } from './testing/demo-cards';
import { readEnvelope } from './testing/read-envelope';
import { StationProcess } from './testing/station-process';
import { queues, TestWorld } from './testing/test-world';

jest.setTimeout(60_000);

let contents: VirtualCardContents;
let world: TestWorld;
const started: StationProcess[] = [];

beforeAll(async () => {
  contents = await demoContents(idCartas.maria);
});
beforeEach(async () => {
  world = await TestWorld.open({ sheetMs: 700 });
});
afterEach(async () => {
  await Promise.all(started.splice(0).map((station) => station.signal('SIGKILL')));
  await world.close();
});

function environment(): Record<string, string> {
  return {
    SERVER_URL: world.api.url,
    STATION_DIR: world.stationDir,
    ENROLMENT_CODE: world.api.enrolmentCode,
    READER: `network:${world.slot.host}:${world.slot.port}`,
    ENVELOPE_PRINTER: world.printer.uriOf(queues.envelopes),
    FORM_PRINTER: world.printer.uriOf(queues.forms),
    ADAPTERS_ARE_TEST: 'true',
    LOG_LEVEL: 'debug',
  };
}

function start(change: Record<string, string> = {}, args: readonly string[] = []): StationProcess {
  const station = StationProcess.start({ ...environment(), ...change }, args);
  started.push(station);
  return station;
}

async function startReady(change: Record<string, string> = {}): Promise<StationProcess> {
  const station = start(change);
  await world.api.until(() => station.isLogged('"msg":"ready"'));
  return station;
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

describe('a station that was cut off while an envelope was printing', () => {
  it('never prints it again, and tells that the sheet may have come out', async () => {
    const first = await startReady();
    world.slot.insert(freshCard(contents));
    await world.cardEvents('recognised');
    const job = world.printJob(idCartas.maria);
    await world.api.issue(job);
    await world.api.until(() => world.printer.queue(queues.envelopes).snapshot().jobs.length > 0);
    await first.signal('SIGKILL');

    await startReady({ ENROLMENT_CODE: '' });
    expect(await world.closingReport(job.jobId)).toEqual({ type: 'print-failed', reason: 'station-interrupted', condition: null, wasSubmitted: true });
    await world.cardEvents('recognised', 2);
    const after = world.formJob();
    await world.api.issue(after);
    await world.closingReport(after.jobId);
    expect(world.printed.map(({ queue }) => queue)).toEqual([queues.envelopes, queues.forms]);
    expect(world.api.heard.filter(({ kind }) => kind === 'intent')).toHaveLength(1);
  });

  it('tells that the former card is gone before it tells of the card that it finds', async () => {
    const first = await startReady();
    world.slot.insert(freshCard(contents));
    await world.cardEvents('recognised');
    await first.signal('SIGKILL');

    await startReady();
    await world.cardEvents('recognised', 2);
    const told = world.api.heard.flatMap((message) => (message.kind === 'card' ? [message.event.type] : []));
    expect(told).toEqual(['inserted', 'recognised', 'removed', 'inserted', 'recognised']);
  });

  it('takes up a print job again of which nothing had left it', async () => {
    const first = await startReady();
    const job = world.printJob(idCartas.maria);
    await world.api.goDown();
    await first.signal('SIGKILL');
    await world.api.comeUp();
    await startReady();
    world.slot.insert(freshCard(contents));
    await world.cardEvents('recognised');
    await world.api.issue(job);
    expect(await world.closingReport(job.jobId)).toEqual({ type: 'completed' });
  });
});

describe('a station that was cut off while a card was being written', () => {
  it('tells of the interruption before it tells of the card, and repeats a proof until it is acknowledged', async () => {
    const first = await startReady();
    const card = freshCard(contents);
    const printing = await world.printEnvelope(card, idCartas.maria);
    const writing = await world.writeJob(printing);
    world.api.refuse = (path) => (path.includes(writing.jobId) ? { status: 503, code: 'unavailable' } : undefined);
    await world.api.issue(writing);
    await world.api.until(() => first.isLogged('"report":"written"'));
    await world.api.until(async () => (await readFile(join(world.stationDir, 'journal.ndjson'), 'utf8')).includes('"written"'));
    await first.signal('SIGKILL');

    world.api.refuse = () => undefined;
    await startReady();
    expect(await world.closingReport(writing.jobId)).toMatchObject({ type: 'written', fence: 1 });
    expect(card.state.pin).toBe(readEnvelope(world.printed[0]?.document ?? new Uint8Array()).pin);
  });
});

describe('what a station leaves behind', () => {
  it.each(['SIGTERM', 'the end of the program that started it'] as const)('is no process after %s', async (end) => {
    const station = await startReady();
    world.slot.insert(freshCard(contents));
    await world.cardEvents('recognised');
    const pids = station.cardProcesses();
    expect(pids.map(isAlive)).toEqual([true]);
    expect(await (end === 'SIGTERM' ? station.signal('SIGTERM') : station.orphan())).toBe(0);
    expect(pids.map(isAlive)).toEqual([false]);
  });

  it('is no card\'s process even when it is killed itself', async () => {
    const station = await startReady();
    const [pid = 0] = await world.api.until(() => station.cardProcesses().length > 0 && station.cardProcesses());
    await station.signal('SIGKILL');
    await world.api.until(() => !isAlive(pid));
  });

  (process.platform === 'linux' ? it : it.skip)('is no picture of the memory in which codes were, nor a way into it', async () => {
    const station = await startReady();
    const [pid = 0] = await world.api.until(() => station.cardProcesses().length > 0 && station.cardProcesses());
    world.slot.insert(freshCard(contents));
    await world.cardEvents('recognised');
    const [filter, limits, environ, command] = await Promise.all(['coredump_filter', 'limits', 'environ', 'cmdline'].map((name) => readFile(`/proc/${pid}/${name}`, 'utf8')));
    expect(Number.parseInt(filter ?? '', 16)).toBe(0);
    expect(limits).toMatch(/^Max core file size\s+1\s+1\s/m);
    expect(environ).not.toContain(world.api.enrolmentCode);
    expect(command?.split('\0')).toContain('--disable-sigusr1');
  });

  it('tells nothing of codes or persons in its log or its folder', async () => {
    const station = await startReady();
    const printing = await world.printEnvelope(freshCard(contents), idCartas.maria);
    const writing = await world.writeJob(printing);
    await world.api.issue(writing);
    await world.closingReport(writing.jobId);
    await station.signal('SIGTERM');

    const { pin, puk, cip, outerCode } = readEnvelope(world.printed[0]?.document ?? new Uint8Array());
    const files = await Promise.all((await readdir(world.stationDir)).map((name) => readFile(join(world.stationDir, name), 'utf8')));
    expect(station.isLogged('"msg":"apdu"')).toBe(true);
    const all = [station.log, station.stderr, ...files].join('\n').replace(/"time":"[^"]*"|"pid":\d+|"[0-9a-f-]{36}"/g, '');
    for (const secret of [pin, puk, cip, outerCode, ...Object.values(transportCodes), 'ROSSI', 'RSSMRA80A41F032S', idCartas.maria]) {
      expect(all).not.toMatch(new RegExp(`(?<![0-9A-Za-z_-])${secret}(?![0-9A-Za-z_-])`));
    }
  });
});

describe('a station that cannot start', () => {
  it.each([
    ['is not configured', { SERVER_URL: '', FORM_PRINTER: 'lpt1' }, 'The station\'s configuration is not complete: SERVER_URL is missing (the address at which browsers reach the desk); FORM_PRINTER is not an ipp or ipps address.\n'],
    ['has no enrolment code', { ENROLMENT_CODE: '' }, 'This station is not enrolled yet: start it once with ENROLMENT_CODE (or --enrol), the code that an administrator hands out.\n'],
    ['has a wrong enrolment code', { ENROLMENT_CODE: 'ENROL-0000' }, 'The API does not take this enrolment code: it is unknown, spent or out of date. Ask an administrator for a new one.\n'],
  ])('says so in one sentence when it %s', async (_, change, sentence) => {
    const station = start(change);
    expect(await station.exited).toBe(1);
    expect(station.stderr).toBe(sentence);
  });

  it('does not use a folder that others may enter', async () => {
    await chmod(world.stationDir, 0o755);
    const station = start();
    expect(await station.exited).toBe(1);
    expect(station.stderr).toContain('may be entered by others');
  });

  it('does not share its folder with another one', async () => {
    await startReady();
    const second = start();
    expect(await second.exited).toBe(1);
    expect(second.stderr).toMatch(/^Another station \(process \d+\) already uses this STATION_DIR\.\n$/);
  });
});
