// SPDX-License-Identifier: AGPL-3.0-or-later
import { FINAL_CASE_STATES, OPEN_CASE_STATES } from '../case/case-states';
import { mayAddEvidence, mayWithdrawEvidence } from './evidence-rules';

const CLOSED = { ok: false, refusal: { kind: 'evidence-closed' } };
const morning = new Date('2026-11-24T09:00:00Z');
/** Past midnight in Rome, not yet in Greenwich. */
const night = new Date('2026-11-24T23:30:00Z');

describe('files of a case', () => {
  it.each(OPEN_CASE_STATES)('are added and taken back while it is %s, however long that takes', (state) => {
    const inHand = { state, changedAt: morning };
    expect(mayAddEvidence(inHand, new Date('2027-02-01T09:00:00Z')).ok).toBe(true);
    expect(mayWithdrawEvidence(inHand, false).ok).toBe(true);
  });

  it.each(FINAL_CASE_STATES)('are added until the desk’s midnight once it is %s, and taken back by a supervisor alone', (state) => {
    const ended = { state, changedAt: morning };
    expect(mayAddEvidence(ended, new Date('2026-11-24T22:30:00Z')).ok).toBe(true);
    expect(mayAddEvidence(ended, night)).toEqual(CLOSED);
    expect(mayWithdrawEvidence(ended, false)).toEqual(CLOSED);
    expect(mayWithdrawEvidence(ended, true).ok).toBe(true);
  });
});
