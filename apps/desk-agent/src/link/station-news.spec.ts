// SPDX-License-Identifier: AGPL-3.0-or-later
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { StationStatus } from '@sportello/contracts';
import { generateSigningKeyPair, signingKeyOf } from '@sportello/seal';
import { Journal } from '../journal/journal';
import { createLogger } from '../log/logger';
import { type Clock, systemClock } from '../time/clock';
import { LinkCondition } from './link-condition';
import { Outbox } from './outbox';
import type { Answer } from './signed-requests';
import { StationNews } from './station-news';

const status: StationStatus = { reader: 'ready', operatorReader: null, envelopes: 'ready', forms: 'ready', isTest: true, version: '0' };
const insertionId = '0193f3a0-0000-7000-8000-000000000004';
const jobId = '0193f3a0-0000-7000-8000-000000000001';
const impatient: Clock = { ...systemClock, sleep: () => systemClock.sleep(1) };

let folder: string;
let journal: Journal;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'news-'));
  journal = await Journal.open(join(folder, 'journal.ndjson'));
});
afterEach(async () => {
  await journal.close();
  await rm(folder, { recursive: true });
});

/** News for an API that answers each request as `judge` says. */
async function newsFor(judge: (path: string) => Answer) {
  const sent: string[] = [];
  const log = createLogger({ level: 'error', write: () => undefined });
  const requests = {
    post: async (path: string): Promise<Answer> => {
      const answer = judge(path);
      if (answer.kind === 'accepted') sent.push(path.replace('/api/station/', ''));
      return answer;
    },
  };
  const outbox = new Outbox(requests, new LinkCondition(log), impatient);
  const key = { ...signingKeyOf((await generateSigningKeyPair()).privateKey), keyId: 'station' };
  return { news: new StationNews({ outbox, journal, key, stationId: '0197a000-0000-7000-8000-000000000001', log, onLeaseLost: () => undefined }), outbox, sent };
}

const accepted: Answer = { kind: 'accepted', body: null };

describe('what a station tells', () => {
  it('of its devices does not pile up while the link is down, and comes after all that happened meanwhile', async () => {
    let answer: Answer = { kind: 'unreachable', because: 'ECONNREFUSED' };
    const { news, outbox, sent } = await newsFor(() => answer);
    for (let beat = 0; beat < 50; beat += 1) news.status(status);
    news.cardEvent({ type: 'inserted', reader: 'citizen', insertionId, at: '2026-11-20T10:00:00Z' });
    news.status(status);
    await news.settle();
    answer = accepted;
    while (sent.length < 3) await systemClock.sleep(1);
    await outbox.stop(100);
    expect(sent).toEqual(['status', 'card-events', 'status']);
  });

  it('of a card is given up when the API falls over it, and is told again at the next start', async () => {
    const { news, outbox, sent } = await newsFor((path) => (path.endsWith('card-events') ? { kind: 'broken' } : accepted));
    news.cardEvent({ type: 'inserted', reader: 'citizen', insertionId, at: '2026-11-20T10:00:00Z' });
    news.status(status);
    while (sent.length < 1) await systemClock.sleep(1);
    news.cardEvent({ type: 'removed', reader: 'citizen', insertionId, at: '2026-11-20T10:01:00Z' });
    news.status(status);
    while (sent.length < 2) await systemClock.sleep(1);
    await outbox.stop(100);
    expect(journal.record.cardsInReader()).toEqual([{ insertionId, reader: 'citizen' }]);
  });

  it('of how a job ended is told until it is heard, whatever the API does', async () => {
    let falls = 0;
    const { news, outbox, sent } = await newsFor(() => ((falls += 1) <= 20 ? { kind: 'broken' } : accepted));
    await news.report({ jobId, type: 'print-paper' }, { type: 'completed' });
    while (sent.length < 1) await systemClock.sleep(1);
    await outbox.stop(100);
    expect(sent).toEqual([`jobs/${jobId}/reports`]);
  });
});
