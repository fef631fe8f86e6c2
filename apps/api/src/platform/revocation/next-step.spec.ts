// SPDX-License-Identifier: AGPL-3.0-or-later
import type { RevocationAnswer } from '../authority/revocation-authority';
import { type GoneOut, nextStep } from './next-step';
import { lookPauseMs, pauseMs } from './pauses';

const NOW = new Date('2026-11-24T10:00:00Z');
const HOUR_MS = 3_600_000;
const GONE: GoneOut = { state: 'transmitted', tries: 1, failingSince: null, doubtedSince: null, ticket: null };
const ago = (hours: number): Date => new Date(NOW.getTime() - hours * HOUR_MS);
/** It has been failing for so long. */
const after = (hours: number, gone: Partial<GoneOut> = {}): GoneOut => ({ ...GONE, failingSince: ago(hours), ...gone });
const step = (answer: RevocationAnswer, gone: GoneOut = GONE) => nextStep(gone, answer, { now: NOW, giveUpMs: 24 * HOUR_MS, chance: 1 });

describe('what an answer of the authority means', () => {
  it.each<[string, RevocationAnswer, GoneOut, string, readonly string[], 'try' | 'look' | 'supervisor']>([
    ['accepted is watched', { kind: 'accepted' }, GONE, 'accepted', ['accepted'], 'look'],
    ['already revoked is accepted', { kind: 'already-revoked' }, after(1, { state: 'silent' }), 'already-revoked', ['accepted'], 'look'],
    ['waiting is asked about', { kind: 'waiting', pollAfterSeconds: 9, ticket: 'ab' }, GONE, 'waiting', ['waiting'], 'try'],
    ['waiting on is no move', { kind: 'waiting', pollAfterSeconds: 9, ticket: 'ab' }, after(90, { state: 'waiting', failingSince: null }), 'waiting', [], 'try'],
    ['no is a supervisor’s', { kind: 'rejected', reason: '', failures: ['badCertId'] }, GONE, 'rejected', ['refused-by-authority', 'awaiting-supervisor'], 'supervisor'],
    ['not now is tried again', { kind: 'error', reason: '', failures: ['systemUnavail'] }, GONE, 'rejected', ['refused-by-authority'], 'try'],
    ['not now for a day is a supervisor’s', { kind: 'error', reason: '', failures: ['systemUnavail'] }, after(25), 'rejected', ['refused-by-authority', 'awaiting-supervisor'], 'supervisor'],
    ['an authority that forgot whom it told to wait is asked anew', { kind: 'error', reason: '', failures: ['badRequest'] }, after(1, { state: 'waiting', ticket: 'ab' }), 'rejected', ['refused-by-authority'], 'try'],
    ['silence is tried again', { kind: 'silence', because: 'ECONNREFUSED' }, GONE, 'nothing', ['silent'], 'try'],
    ['silence again is no move', { kind: 'silence', because: 'ECONNREFUSED' }, after(2, { state: 'silent' }), 'nothing', [], 'try'],
    ['silence for a day is a supervisor’s', { kind: 'silence', because: 'ECONNREFUSED' }, after(25, { state: 'silent' }), 'nothing', ['awaiting-supervisor'], 'supervisor'],
    ['what is not believed says nothing', { kind: 'bad-answer', why: 'signature-invalid' }, GONE, 'not-trusted', ['silent'], 'try'],
    ['garbage says nothing', { kind: 'bad-answer', why: 'unreadable' }, GONE, 'not-understood', ['silent'], 'try'],
    ['garbage once is passed over, however late', { kind: 'bad-answer', why: 'unreadable' }, after(25, { state: 'silent' }), 'not-understood', [], 'try'],
    ['garbage for an hour is a supervisor’s', { kind: 'bad-answer', why: 'unreadable' }, after(2, { state: 'silent', doubtedSince: ago(2) }), 'not-understood', ['awaiting-supervisor'], 'supervisor'],
  ])('%s', (_, answer, gone, as, states, next) => {
    const told = step(answer, gone);
    expect([told.answer, told.states, told.next.kind]).toEqual([as, states, next]);
  });

  it('counts failures from the first after what was believed: whoever waits for days is given to nobody for one silence', () => {
    const waiting: GoneOut = { ...GONE, state: 'waiting', tries: 900, ticket: 'ab' };
    for (const answer of [{ kind: 'silence', because: 'x' }, { kind: 'error', reason: '', failures: ['systemUnavail'] }, { kind: 'bad-answer', why: 'unreadable' }] as const) {
      expect(step(answer, waiting)).toMatchObject({ next: { kind: 'try' }, failingSince: NOW });
    }
    expect(step({ kind: 'silence', because: 'x' }, after(23)).failingSince).toEqual(ago(23));
    expect(step({ kind: 'waiting', pollAfterSeconds: 9, ticket: 'ab' }, after(23, { doubtedSince: ago(1) }))).toMatchObject({ failingSince: null, doubtedSince: null });
    expect(step({ kind: 'silence', because: 'x' }, after(2, { doubtedSince: ago(2) })).doubtedSince).toBeNull();
  });

  it('keeps the ticket while nobody answers, and drops it when the authority knows nothing of it', () => {
    const waiting = after(1, { state: 'waiting', ticket: 'ab' });
    expect(step({ kind: 'silence', because: 'x' }, waiting).ticket).toBe('ab');
    expect(step({ kind: 'error', reason: '', failures: ['badRequest'] }, waiting).ticket).toBeNull();
  });

  it('pauses longer each time, up to five minutes, and half of it by chance', () => {
    expect([1, 2, 3, 4, 30].map((tries) => pauseMs(tries, 1))).toEqual([1_000, 2_000, 4_000, 8_000, 300_000]);
    expect([pauseMs(1, 0), pauseMs(30, 0)]).toEqual([500, 150_000]);
    expect([1, 2, 3, 40].map(lookPauseMs)).toEqual([100, 200, 400, 300_000]);
  });
});
