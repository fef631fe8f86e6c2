// SPDX-License-Identifier: AGPL-3.0-or-later
import { appendFile, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Journal } from './journal';
import type { JournalEntry } from './journal-entry';

const jobId = '0193f3a0-0000-7000-8000-000000000001';
const otherJobId = '0193f3a0-0000-7000-8000-000000000002';
const intentId = '0193f3a0-0000-7000-8000-000000000003';
const insertionId = '0193f3a0-0000-7000-8000-000000000004';
const begun: JournalEntry = { type: 'begun', jobId, work: 'print-envelope', fence: null };
const completed: JournalEntry = { type: 'outcome', jobId, report: { type: 'completed' } };

let folder: string;
let path: string;
const opened: Journal[] = [];

async function openJournal(mostLines?: number): Promise<Journal> {
  const journal = await Journal.open(path, mostLines);
  opened.push(journal);
  return journal;
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'journal-'));
  path = join(folder, 'journal.ndjson');
});
afterEach(async () => {
  await Promise.all(opened.splice(0).map((journal) => journal.close()));
  await rm(folder, { recursive: true });
});

async function written(...entries: readonly JournalEntry[]): Promise<Journal> {
  const journal = await openJournal();
  for (const entry of entries) await journal.write(entry);
  return journal;
}

async function reopened(...entries: readonly JournalEntry[]): Promise<Journal> {
  await written(...entries);
  return openJournal();
}

describe('the journal, when the station starts again', () => {
  it('knows which jobs were begun and not ended, and whether they were submitted', async () => {
    const { record } = await reopened(begun, { type: 'submitted', jobId }, { type: 'begun', jobId: otherJobId, work: 'write-card', fence: 3 });
    expect(record.openJobs()).toMatchObject([
      { jobId, work: 'print-envelope', isSubmitted: true },
      { jobId: otherJobId, work: 'write-card', fence: 3, isSubmitted: false },
    ]);
    expect(record.unacknowledged()).toEqual([]);
  });

  it('knows the outcomes that the API may not know, in the order of the endings', async () => {
    const { record } = await reopened(
      begun,
      { type: 'begun', jobId: otherJobId, work: 'print-paper', fence: null },
      { type: 'outcome', jobId: otherJobId, report: { type: 'completed' } },
      completed,
    );
    expect(record.unacknowledged().map((job) => job.jobId)).toEqual([otherJobId, jobId]);
    expect(record.openJobs()).toEqual([]);
  });

  it('knows its own blobs again, and no other for the same intent', async () => {
    await reopened({ type: 'sealed', intentId, blobDigest: 'own' });
    const { record } = await openJournal();
    expect([record.hasSealed(intentId, 'own'), record.hasSealed(intentId, 'another'), record.hasSealed(jobId, 'own')]).toEqual([true, false, false]);
  });

  it('remembers a job that is over, so that it is not begun again', async () => {
    const { record } = await reopened(begun, completed, { type: 'acknowledged', jobId });
    expect(record.unacknowledged()).toEqual([]);
    expect(record.job(jobId)).toMatchObject({ isAcknowledged: true });
  });

  it('forgets the oldest of many jobs that are over, and no open one', async () => {
    const open = '0193f3a0-ffff-7000-8000-000000000000';
    const ids = Array.from({ length: 600 }, (_, index) => `0193f3a0-0000-7000-8000-${String(index).padStart(12, '0')}`);
    const over = ids.flatMap((id): JournalEntry[] => [{ ...begun, jobId: id }, { ...completed, jobId: id }, { type: 'acknowledged', jobId: id }]);
    await writeFile(path, [{ ...begun, jobId: open }, ...over].map((entry) => `${JSON.stringify(entry)}\n`).join(''));
    await openJournal();
    const { record } = await openJournal();
    expect([record.job(ids[0] ?? ''), record.job(ids[599] ?? '') !== undefined, record.openJobs().length]).toEqual([undefined, true, 1]);
  });

  it('counts the probes of a PUK since the last change or answer, and keeps what the card said it has left', async () => {
    const attempt = (what: 'change' | 'probe'): JournalEntry => ({ type: 'puk-attempt', intentId, attempt: what });
    const torn = await reopened(attempt('change'), attempt('probe'), attempt('probe'));
    expect(torn.record.pukAttempts(intentId)).toEqual({ hasAttemptedPuk: true, unansweredProbes: 2, triesLeft: null });
    await torn.write({ type: 'puk-answered', intentId, triesLeft: 2 });
    const answered = await reopened(attempt('probe'));
    expect(answered.record.pukAttempts(intentId)).toEqual({ hasAttemptedPuk: true, unansweredProbes: 1, triesLeft: 2 });
    expect(answered.record.pukAttempts(jobId)).toEqual({ hasAttemptedPuk: false, unansweredProbes: 0, triesLeft: null });
  });

  it('knows of which cards the API may believe that they are still there', async () => {
    const first = await reopened({ type: 'inserted', insertionId, reader: 'operator' });
    expect(first.record.cardsInReader()).toEqual([{ insertionId, reader: 'operator' }]);
    expect((await reopened({ type: 'removed', insertionId })).record.cardsInReader()).toEqual([]);
  });

  it('never goes back in the count of requests', async () => {
    expect((await reopened({ type: 'sequence', upTo: 200 }, { type: 'sequence', upTo: 100 })).record.sequence).toBe(200);
  });
});

describe('the journal\'s file', () => {
  it('is its user\'s alone', async () => {
    await written(begun);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
  });

  it('has the entry when the writing is over', async () => {
    await written(begun);
    expect(await readFile(path, 'utf8')).toContain(JSON.stringify(begun));
  });

  it('loses at most the line that was torn while it was written', async () => {
    await written(begun);
    await appendFile(path, '{"type":"submit');
    const { record } = await reopened({ type: 'submitted', jobId });
    expect(record.openJobs()).toMatchObject([{ jobId, isSubmitted: true }]);
  });

  it('is not believed when a line in it is damaged', async () => {
    await written(begun);
    await appendFile(path, '{"type":"submitted"}\n{"type":"sequence","upTo":9}\n');
    await expect(Journal.open(path)).rejects.toThrow(/^Line 3 of the station's journal .* is damaged/);
  });

  it('is written anew before it grows without end, and says the same', async () => {
    const journal = await openJournal(100);
    await journal.write(begun);
    for (let count = 1; count <= 150; count += 1) await journal.write({ type: 'sequence', upTo: count });
    expect((await readFile(path, 'utf8')).split('\n').length).toBeLessThan(100);
    const { record } = await openJournal();
    expect([record.sequence, record.openJobs().length]).toEqual([150, 1]);
  });
});
