// SPDX-License-Identifier: AGPL-3.0-or-later
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { HeadContradiction, HeadCountersignature, LogHead } from '@sportello/contracts';
import { generateSigningKeyPair, HEAD_PURPOSE, type P256KeyPair, signingKeyOf, verifyDocument } from '@sportello/seal';
import { createLogger } from '../log/logger';
import { HeadWatch } from './head-watch';

const head = (number: number, hash = `hash-${number}`, installation = 'here'): LogHead => ({ installation, log: 'acts', number, hash, rows: number * 2 });

describe('the heads of the log that a station holds', () => {
  let stationDir: string;
  let pair: P256KeyPair;
  let now: Date;
  let logged: string[];
  let countersigned: HeadCountersignature[];
  let contradicted: HeadContradiction[];
  let watch: HeadWatch;

  const start = (): HeadWatch =>
    new HeadWatch({
      stationDir,
      key: { ...signingKeyOf(pair.privateKey), keyId: 's-1' },
      news: { countersignature: (message) => void countersigned.push(message), contradiction: (message) => void contradicted.push(message) },
      clock: { now: () => now, elapsed: () => 0, sleep: () => Promise.resolve() },
      log: createLogger({ level: 'info', write: (line) => void logged.push(line) }),
    });
  const hear = async (...heads: readonly LogHead[]): Promise<void> => {
    watch.hear(JSON.stringify(heads));
    await watch.tell();
  };
  const pass = (seconds: number): void => void (now = new Date(now.getTime() + seconds * 1_000));
  const kept = async (): Promise<readonly number[]> => (await readFile(join(stationDir, 'heads.jsonl'), 'utf8')).trim().split('\n').map((line) => (JSON.parse(line) as LogHead).number);

  beforeAll(async () => {
    pair = await generateSigningKeyPair();
  });
  beforeEach(async () => {
    stationDir = await mkdtemp(join(tmpdir(), 'heads-'));
    now = new Date('2026-11-28T08:00:00Z');
    [logged, countersigned, contradicted] = [[], [], []];
    watch = start();
  });
  afterEach(() => rm(stationDir, { recursive: true }));

  it('are in its folder, the newest of each day and each start, and stay there when it is started again', async () => {
    await hear(head(1));
    await hear(head(2));
    expect(await kept()).toEqual([2]);
    pass(24 * 3_600);
    await hear(head(5));
    expect(await kept()).toEqual([2, 5]);
    watch = start();
    await hear(head(6));
    expect(await kept()).toEqual([2, 5, 6]);
    expect(countersigned.at(-1)?.before).toEqual(head(5));
    expect(contradicted).toEqual([]);
  });

  it('are countersigned at most once a minute, and only when the log moved', async () => {
    await hear(head(1));
    await hear(head(2));
    expect(countersigned.map((each) => each.head.number)).toEqual([1]);
    pass(60);
    await hear(head(2));
    pass(60);
    await hear(head(2));
    expect(countersigned.map((each) => [each.before?.number, each.head.number])).toEqual([[undefined, 1], [1, 2]]);
    for (const { head: signed, signature } of countersigned) expect(verifyDocument({ head: signed, station: 's-1' }, signature, { purpose: HEAD_PURPOSE, publicKey: pair.publicKey })).toBe(true);
  });

  it.each([
    ['another hash of a block that it holds', head(5, 'other')],
    ['another hash of a block of an earlier day', head(2, 'other')],
    ['a log of another installation', head(9, 'hash-9', 'elsewhere')],
  ])('are not given up for %s, which is told', async (_, told) => {
    await hear(head(2));
    pass(24 * 3_600);
    await hear(head(5));
    countersigned = [];
    pass(60);
    await hear(told);
    await hear(told);
    expect(contradicted).toEqual([{ held: expect.objectContaining({ number: told.number === 2 ? 2 : 5 }) as LogHead, told }]);
    expect(logged.filter((line) => line.includes('"error"') && line.includes(told.hash))).toHaveLength(1);
    expect(await kept()).toEqual([2, 5]);
    expect(countersigned).toEqual([]);
    pass(24 * 3_600);
    await hear(told);
    expect(contradicted).toHaveLength(2);
  });

  it('are not contradicted by a copy of the API that lags behind, but by a log that stays behind', async () => {
    await hear(head(5));
    await hear(head(4));
    pass(30);
    await hear(head(5));
    pass(40);
    await hear(head(4));
    await watch.tell();
    expect(contradicted).toEqual([]);
    pass(60);
    await watch.tell();
    expect(contradicted).toEqual([]);
    await hear(head(4));
    expect(contradicted).toEqual([{ held: head(5), told: head(4) }]);
    expect(await kept()).toEqual([5]);
  });

  it('are put aside, not lost, when the file is not its own; what is no head says nothing', async () => {
    await writeFile(join(stationDir, 'heads.jsonl'), 'torn');
    watch.hear('<html>');
    await watch.tell();
    await hear(head(1));
    expect(await kept()).toEqual([1]);
    expect(await readFile(join(stationDir, 'heads.jsonl.unreadable'), 'utf8')).toBe('torn');
    expect(logged.some((line) => line.includes('put aside'))).toBe(true);
  });
});
