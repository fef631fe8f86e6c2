// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { issueDemoCa } from '@sportello/card-io/simulator';
import { createIppServer } from '@sportello/ipp/server';
import { demoContents, freshCard, idCartas } from '../testing/demo-cards';
import { StationProcess } from '../testing/station-process';
import { queues, TestWorld } from '../testing/test-world';

jest.setTimeout(60_000);

let world: TestWorld;
const started: StationProcess[] = [];
beforeEach(async () => {
  world = await TestWorld.open();
});
afterEach(async () => {
  await Promise.all(started.splice(0).map((station) => station.signal('SIGKILL')));
  await world.close();
});

function start(args: readonly string[], change: Readonly<Record<string, string>> = {}): StationProcess {
  const environment = {
    SERVER_URL: world.api.url,
    STATION_DIR: world.stationDir,
    ENROLMENT_CODE: world.api.enrolmentCode,
    READER: `network:${world.slot.host}:${world.slot.port}`,
    ENVELOPE_PRINTER: world.printer.uriOf(queues.envelopes),
    FORM_PRINTER: world.printer.uriOf(queues.forms),
    ADAPTERS_ARE_TEST: 'true',
    ...change,
  };
  const station = StationProcess.start(environment, args);
  started.push(station);
  return station;
}

async function startServing(): Promise<StationProcess> {
  const station = start([]);
  await world.api.until(() => station.isLogged('"msg":"ready"'));
  return station;
}

interface Checked {
  readonly code: number | null;
  readonly lines: readonly string[];
  readonly verdict: { readonly well: boolean; readonly checks: Readonly<Record<string, string>> };
}

async function check(change: Readonly<Record<string, string>> = {}): Promise<Checked> {
  const station = start(['--check'], change);
  const code = await station.exited;
  const lines = station.log.trimEnd().split('\n');
  return { code, lines: lines.slice(0, -1), verdict: JSON.parse(lines.at(-1) ?? '') as Checked['verdict'] };
}

function pem(label: string, der: Uint8Array): string {
  return `-----BEGIN ${label}-----\n${Buffer.from(der).toString('base64')}\n-----END ${label}-----\n`;
}

describe('the self-test at opening time', () => {
  it('says of each part how it is, and of the whole by its last line and its exit code', async () => {
    await startServing();
    const { code, lines, verdict } = await check();
    expect(code).toBe(0);
    expect(verdict).toEqual({
      well: true,
      checks: { binding: 'not-tried', pcsc: 'not-tried', 'citizen-reader': 'not-tried', 'operator-reader': 'not-tried', 'envelope-printer': 'well', 'form-printer': 'well', clock: 'well', link: 'well', enrolment: 'well' },
    });
    expect(lines.map((line) => line.split(/ {2,}/).slice(0, 2))).toContainEqual(['well', 'envelope-printer']);
    expect(lines.find((line) => line.includes('enrolment'))).toContain('Postazione 1, Sportello 2');
  });

  it('does not disturb the station that runs, nor its journal, nor its card', async () => {
    const station = await startServing();
    const contents = await demoContents(idCartas.maria);
    world.slot.insert(freshCard(contents));
    await world.cardEvents('recognised');
    const journal = (): Promise<string> => readFile(join(world.stationDir, 'journal.ndjson'), 'utf8');
    const before = await journal();
    expect((await check()).code).toBe(0);
    expect(await journal()).toBe(before);
    const job = world.printJob(idCartas.maria);
    await world.api.issue(job);
    expect(await world.closingReport(job.jobId)).toEqual({ type: 'completed' });
    expect(station.log).not.toContain('replayed');
  });

  it('says what to do with what is not well', async () => {
    world.printer.queue(queues.envelopes).inject('media-jam');
    await world.api.goDown();
    const { code, lines, verdict } = await check();
    expect(code).toBe(1);
    expect(verdict.checks).toMatchObject({ 'envelope-printer': 'not-well', 'form-printer': 'well', clock: 'not-tried', link: 'not-well', enrolment: 'not-well' });
    const bad = lines.filter((line) => line.startsWith('NOT WELL'));
    expect(bad.map((line) => line.split(' → ')[1])).toEqual([
      'Take the jammed sheet out.',
      expect.stringContaining('Check this computer\'s network and SERVER_URL') as string,
      expect.stringContaining('--enrol CODE') as string,
    ]);
    await world.api.comeUp();
  });

  it('tells a printer that shows another certificate from one that is away', async () => {
    const { certificateDer, privateKeyDer } = await issueDemoCa({ commonName: 'Buste', notBefore: new Date('2025-01-01T00:00:00Z'), notAfter: new Date('2045-01-01T00:00:00Z') });
    const tls = { key: pem('PRIVATE KEY', privateKeyDer), cert: pem('CERTIFICATE', certificateDer) };
    const printer = createIppServer({ queues: [{ path: queues.envelopes, name: 'Buste' }], tls });
    await printer.listen();
    try {
      const ENVELOPE_PRINTER = printer.uriOf(queues.envelopes);
      const known = await check({ ENVELOPE_PRINTER, ENVELOPE_PRINTER_PIN: createHash('sha256').update(certificateDer).digest('hex') });
      expect(known.verdict.checks['envelope-printer']).toBe('well');
      const unknown = await check({ ENVELOPE_PRINTER, ENVELOPE_PRINTER_PIN: 'AB'.repeat(32) });
      expect(unknown.verdict.checks['envelope-printer']).toBe('not-well');
      expect(unknown.lines.find((line) => line.includes('envelope-printer'))).toMatch(/Nothing is printed there.*--pin-printer.*set ENVELOPE_PRINTER_PIN to its SHA-256/);
    } finally {
      await printer.close();
    }
  });

  it('says so where the readers that were learnt cannot be read, and looks at the rest', async () => {
    await startServing();
    await writeFile(join(world.stationDir, 'readers.json'), '{"citizen":');
    const { code, lines, verdict } = await check();
    expect(code).toBe(1);
    expect(verdict.checks).toMatchObject({ binding: 'not-tried', 'citizen-reader': 'not-well', 'envelope-printer': 'well', link: 'well' });
    expect(lines.find((line) => line.includes('citizen-reader'))).toContain('--learn-readers');
  });

  it('names the readers that would be the same one', async () => {
    const { code, lines } = await check({ OPERATOR_READER: `network:${world.slot.host}:${world.slot.port}` });
    expect(code).toBe(1);
    expect(lines.find((line) => line.includes('citizen-reader'))).toContain('are the same one');
  });
});
