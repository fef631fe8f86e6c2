// SPDX-License-Identifier: AGPL-3.0-or-later
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Journal } from '../journal/journal';
import { Sequence } from './sequence';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sequence-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

describe('the count of requests', () => {
  it('grows, over restarts too', async () => {
    const numbers: number[] = [];
    for (let run = 0; run < 3; run += 1) {
      const journal = await Journal.open(join(folder, 'journal'));
      const sequence = new Sequence(journal);
      for (let request = 0; request < 150; request += 1) numbers.push(await sequence.next());
      await journal.close();
    }
    expect(numbers.every((number, index) => number > (numbers[index - 1] ?? 0))).toBe(true);
    expect(numbers).toHaveLength(450);
  });

  it('is on the disk before a number is used', async () => {
    const journal = await Journal.open(join(folder, 'journal'));
    const sequence = new Sequence(journal);
    const number = await sequence.next();
    expect(journal.record.sequence).toBeGreaterThanOrEqual(number);
    sequence.leap();
    const leapt = await sequence.next();
    expect(journal.record.sequence).toBeGreaterThanOrEqual(leapt);
    expect(leapt).toBeGreaterThan(number + 9_999);
    await journal.close();
  });
});
