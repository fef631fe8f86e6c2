// SPDX-License-Identifier: AGPL-3.0-or-later
import type { JobReport, WriteCardJob } from '@sportello/contracts';
import { createLogger } from '../log/logger';
import type { CardStay } from './card-stay';
import { type CardJobOrder, CardJobBench } from './job-bench';
import type { ToParent } from './messages';
import type { ParentLink } from './parent-link';

const written: JobReport = { type: 'written', fence: 1, signature: '', figures: { apdus: 15, apdusAfterGoAhead: 6, cardMilliseconds: 0, totalMilliseconds: 0 } };
const unknown: JobReport = { type: 'interrupted', fence: 1, reason: 'outcome-unknown', statusWord: null };
const orderOf = (jobId: string): CardJobOrder => ({ type: 'write-card', job: { jobId, fence: 1 } as WriteCardJob });

/** A bench at a card that is let go as `release` says; what it told its parent, and when the connection was given up. */
function benchAt(release: () => Promise<void>, report: JobReport = written) {
  const told: string[] = [];
  const wordOf = (message: ToParent): string => (message.type === 'report' ? `${message.jobId} ${message.report.type}` : message.type);
  const parent: ParentLink = { tell: (message) => void told.push(wordOf(message)), run: async () => ({ kind: 'done' }), flush: async () => undefined };
  const log = createLogger({ level: 'error', write: () => undefined });
  const bench = new CardJobBench({ parent, log, perform: async () => report, onConnectionLost: () => void told.push('connection lost') });
  const stay = {
    isMute: false,
    release: () => {
      told.push('released');
      return release();
    },
  } as CardStay;
  bench.begin(stay);
  return { bench, told };
}

describe('the end of a write', () => {
  it('is told before the card is let go, so that a reader that hangs takes no signature with it', async () => {
    const { bench, told } = benchAt(() => new Promise(() => undefined));
    bench.take(orderOf('first'));
    bench.take(orderOf('second'));
    await new Promise(setImmediate);
    expect(told).toEqual(['first written', 'released']);
  });

  it('stands when the reader fails to let go of the card, and the next job begins', async () => {
    const { bench, told } = benchAt(() => Promise.reject(new Error('SCARD_E_READER_UNAVAILABLE')));
    bench.take(orderOf('first'));
    bench.take(orderOf('second'));
    await bench.finish();
    await bench.finish();
    expect(told).toEqual(['first written', 'released', 'second written', 'released']);
  });

  it('gives the reader up only when the card was let go', async () => {
    const { bench, told } = benchAt(async () => undefined, unknown);
    bench.take(orderOf('first'));
    await bench.finish();
    expect(told).toEqual(['first interrupted', 'released', 'connection lost']);
  });
});
