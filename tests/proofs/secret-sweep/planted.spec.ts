// SPDX-License-Identifier: AGPL-3.0-or-later
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { appendFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, connect, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { SeverableLink } from '../kill-table/severable-link';
import { ENCODINGS, type Encoding } from './code-forms';
import { allowCoreDumps, coreDumpsIn, crash, whyNoCoreDumps } from './places/core-dumps';
import { heapOf, withHeapSnapshots } from './places/heap';
import { facesOf, memoryOf } from './places/processes';
import type { PlaceKind, Sample, Samples } from './places/sample';
import { WireRecord } from './places/wire-record';
import { CodeSight } from './sight-codes';
import { CHROMIUM } from './sweep-browser';
import { SweepDesk } from './sweep-desk';
import { PIN, PLANTED, writtenIn } from './testing-codes';

const obstacle = process.platform !== 'linux' ? 'it looks at processes as Linux shows them' : existsSync(CHROMIUM) ? undefined : 'install chromium';
const describeHere = obstacle === undefined ? describe : describe.skip;

jest.setTimeout(120_000);

const bytes = writtenIn(ENCODINGS);
/** What fits into an environment: no NUL, and nothing that UTF-8 writes otherwise. */
const AS_TEXT = ['plain', 'reversed', 'base64', 'base64url', 'hex'] as const satisfies readonly Encoding[];

/** Which codes were seen, and in which encodings, in each kind of place; only those of which there is no doubt, where that is asked for. */
async function lookInto(samples: Samples, isCertain?: (kind: PlaceKind) => boolean): Promise<ReadonlyMap<PlaceKind, ReadonlySet<string>>> {
  const sight = new CodeSight(PLANTED);
  const seen = new Map<PlaceKind, Set<string>>();
  for await (const { kind, bytes: looked } of samples) {
    const inKind = seen.get(kind) ?? new Set();
    seen.set(kind, inKind);
    for (const { code, encoding, isDoubtful } of sight.in(looked)) if (!isDoubtful || !isCertain?.(kind)) inKind.add(`${code.kind} in ${encoding}`);
  }
  return seen;
}

const UNTOUCHED: readonly PlaceKind[] = ['printer queue', 'heap of the API', 'heap of the station', 'environment and command line'];
const everything = (encodings: readonly Encoding[] = ENCODINGS): readonly string[] => PLANTED.flatMap(({ kind }) => encodings.map((encoding) => `${kind} in ${encoding}`)).toSorted();
const allSeen = (seen: ReadonlyMap<PlaceKind, ReadonlySet<string>>, kind: PlaceKind): readonly string[] => [...(seen.get(kind) ?? [])].toSorted();

describeHere(`a code that somebody planted${obstacle === undefined ? '' : ` (not run: ${obstacle})`}`, () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sportello-planted-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  describe('at a desk', () => {
    let seen: Awaited<ReturnType<typeof lookInto>>;

    beforeAll(async () => {
      const sweepDesk = await SweepDesk.open(0, [], folder);
      try {
        await plantEverywhere(sweepDesk);
        // Five digits may stand in a heap by chance: here there is no other desk to clear them.
        seen = await lookInto(sweepDesk.samples(), (kind) => UNTOUCHED.includes(kind));
      } finally {
        await sweepDesk.close();
      }
    });

    async function plantEverywhere(sweepDesk: SweepDesk): Promise<void> {
      const { data, stationDir, link, url, databaseOwnerUrl } = sweepDesk.desk;
      await appendFile(join(data.logs, 'station.log'), bytes);
      await writeFile(join(stationDir, 'left-behind'), bytes);
      await writeFile(join(data.keys, 'left-behind'), bytes);
      await writeFile(join(data.vault, 'left-behind'), bytes);
      const client = new Client({ connectionString: databaseOwnerUrl });
      await client.connect();
      await client.query('create table planted (what bytea)');
      await client.query('insert into planted values ($1)', [bytes]);
      await client.end();
      for (const address of [`http://127.0.0.1:${link.port}`, url, sweepDesk.desk.vaultUrl]) await fetch(`${address}/api/nowhere`, { method: 'POST', body: new Uint8Array(bytes) });
      const { page } = await sweepDesk.browser();
      await page.goto('/');
      await page.evaluate((text) => localStorage.setItem('planted', text), bytes.toString('latin1'));
    }

    it.each(['logs', 'database, read out', 'database files and WAL', 'traffic of station and API', 'traffic of page and API', 'traffic of API and vault', 'browser', 'files of the station', 'files of the API', 'files of the vault'] as const)(
      'is found in its %s, in each encoding',
      (kind) => expect(allSeen(seen, kind)).toEqual(everything()),
    );

    it('is not found where nobody planted it', () => {
      expect(UNTOUCHED.flatMap((kind) => allSeen(seen, kind))).toEqual([]);
    });
  });

  describe('in a process', () => {
    let held: ChildProcess | undefined;
    afterEach(() => held?.kill('SIGKILL'));

    /** A program that is given the codes and keeps them: at the end of a string of more than a thousand characters, as one of their own, and as bytes. */
    async function holding(change: Readonly<Record<string, string>> = {}, args: readonly string[] = [], given = bytes): Promise<number> {
      const program = 'process.stdin.once("data", (given) => { globalThis.kept = ["x".repeat(5000) + given.toString("latin1"), given.toString("latin1"), given]; process.stdout.write("kept"); setInterval(() => undefined, 1000); })';
      const child = spawn(process.execPath, ['-e', program, ...args], { cwd: folder, env: { ...process.env, NODE_OPTIONS: '', ...withHeapSnapshots(folder), ...change }, stdio: ['pipe', 'pipe', 'inherit'] });
      held = child;
      child.stdin.write(given);
      await once(child.stdout, 'data');
      return child.pid ?? 0;
    }

    it.each(['heap of the API', 'heap of the station'] as const)('is found in the %s, in each encoding that V8 writes down', async (kind) => {
      const pid = await holding();
      // Its snapshots have a string up to its first NUL. A string of two-byte characters is plain in them; UTF-16 as bytes is found in the memory.
      expect(allSeen(await lookInto([await heapOf(kind, pid, folder)]), kind)).toEqual(everything([...AS_TEXT, 'bcd']));
    });

    it('is found in a heap as a string of nothing but digits, beside the numbers that V8 gives to its lists', async () => {
      const pid = await holding({}, [], Buffer.from(PIN.text));
      expect(allSeen(await lookInto([await heapOf('heap of the station', pid, folder)]), 'heap of the station')).toEqual(['pin in plain']);
    });

    it.each(['memory of the API', 'memory of the station'] as const)('is found in the %s, in each encoding', async (kind) => {
      const pid = await holding();
      expect(allSeen(await lookInto(memoryOf(kind, pid)), kind)).toEqual(everything());
    });

    it.each(['environ', 'cmdline'] as const)('is found in its %s, in each encoding that fits into one', async (face) => {
      const text = writtenIn(AS_TEXT).toString('latin1');
      const pid = await (face === 'environ' ? holding({ PLANTED: text }) : holding({}, ['--', text]));
      const faces = (await facesOf('a process', pid)).filter(({ part }) => part.endsWith(face));
      expect(allSeen(await lookInto(faces), 'environment and command line')).toEqual(everything(AS_TEXT));
    });

    it('is found in its core dump, in each encoding', async () => {
      const reason = await whyNoCoreDumps();
      if (reason !== undefined) return void process.stderr.write(`not tried: ${reason}\n`);
      const pid = await holding();
      await allowCoreDumps(pid);
      await crash(pid);
      expect(allSeen(await lookInto(coreDumpsIn(folder)), 'core dumps')).toEqual(everything());
    });
  });

  it('is found in what a printer says of its queue, in each encoding, and the paper on its way there is no place to look', async () => {
    const printer = createServer((socket) => socket.once('data', () => socket.end(bytes))).listen(0, '127.0.0.1');
    await once(printer, 'listening');
    const record = new WireRecord(() => undefined);
    const link = await SeverableLink.open(() => (printer.address() as AddressInfo).port, (...heard) => record.hear('station-printer', ...heard));
    const station = connect(link.port, '127.0.0.1');
    station.resume().write('%PDF the paper itself');
    await once(station, 'close');
    await link.close();
    printer.close();
    const samples: Sample[] = [...record.samples()];
    expect(samples.map(({ bytes: heard }) => Buffer.from(heard).includes('%PDF'))).toEqual([false]);
    expect(allSeen(await lookInto(samples), 'printer queue')).toEqual(everything());
  });
});
