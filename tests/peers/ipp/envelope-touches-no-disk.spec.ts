// SPDX-License-Identifier: AGPL-3.0-or-later
import { watch } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, readlink, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { countPieces, filesWithPieces } from '../../support/paper/find-document';
import { type Counter, openCounter } from '../../support/station/counter';
import { dbusDaemon, describeWith, ippeveprinter } from './cups-utils';
import { type EvePrinter, startEvePrinter } from './eve-printer';

describeWith([ippeveprinter, dbusDaemon], 'the page of an envelope', () => {
  let printer: EvePrinter;
  let counter: Counter;
  let folder: string;
  beforeAll(async () => {
    [printer, folder] = await Promise.all([startEvePrinter(), mkdtemp(join(tmpdir(), 'no-disk-'))]);
    await mkdir(join(folder, 'home'));
    counter = openCounter();
    await counter.start({ ENVELOPE_PRINTER: `ipp://localhost:${printer.port}${printer.path}`, TMPDIR: folder, TMP: folder, TEMP: folder, HOME: join(folder, 'home'), LOG_LEVEL: 'debug' });
    await counter.insert();
  });
  afterAll(async () => {
    await counter.close();
    await printer.stop();
    await rm(folder, { recursive: true });
  });

  it('goes from the station\'s memory to the printer, and lies neither in a file, nor in the log, nor in anything that the API hears', async () => {
    const { stationDir, processes } = await counter.look();
    const appeared = new Set<string>();
    const watches = [stationDir, folder].map((place) => watch(place, { recursive: true }, (_, name) => void appeared.add(basename(String(name)))));

    // The printer holds still once the connection stands: the station has the page in hand, and waits.
    await counter.freezeAtFirstByte(printer.pid);
    const jobId = await counter.print('envelope');
    await counter.submitted(jobId);
    await sleep(1_500);
    const opened = (await Promise.all(processes.map(filesOpenForWriting))).flat();
    process.kill(printer.pid, 'SIGCONT');
    expect(await counter.end(jobId)).toEqual({ type: 'completed' });
    for (const each of watches) each.close();

    const page = await printer.printed();
    const { received, log } = await counter.look();
    expect(page.subarray(0, 5).toString()).toBe('%PDF-');
    // The search can find it: the printer's own memory has it.
    expect((await filesWithPieces(page, printer.memory)).length).toBeGreaterThan(0);
    expect(countPieces(page, Buffer.from(`{"page":"${page.toString('base64url')}"}`))).toBeGreaterThan(0);

    expect(await filesWithPieces(page, stationDir)).toEqual([]);
    expect(await filesWithPieces(page, folder)).toEqual([]);
    expect(countPieces(page, Buffer.from(log))).toBe(0);
    expect(received.length).toBeGreaterThan(1_000);
    expect(countPieces(page, received)).toBe(0);
    // Nothing came and went either.
    expect([...appeared].filter((name) => name !== 'journal.ndjson')).toEqual([]);
    expect(opened.filter((file) => !file.startsWith(stationDir))).toEqual([]);
  });
});

/** The regular files that a process may write to at this moment (proc(5): the flags are octal, their last digit is how it was opened). */
const filesOpenForWriting = async (pid: number): Promise<readonly string[]> => {
  const descriptors = await readdir(`/proc/${pid}/fd`).catch(() => [] as string[]);
  const opened = await Promise.all(
    descriptors.map(async (descriptor) => {
      const [target, info] = await Promise.all([readlink(`/proc/${pid}/fd/${descriptor}`), readFile(`/proc/${pid}/fdinfo/${descriptor}`, 'utf8')]).catch(() => ['', ''] as const);
      const mode = Number(/^flags:\s+\d*(\d)$/m.exec(info)?.[1] ?? 0) & 3;
      return target.startsWith('/') && !target.startsWith('/dev/') && mode !== 0 ? [target] : [];
    }),
  );
  return opened.flat();
};
