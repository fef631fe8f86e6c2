// SPDX-License-Identifier: AGPL-3.0-or-later
import { AUDITED_ACTS } from '@sportello/domain';
import { outcomeOf } from './act-outcomes';

describe('the outcome of an act', () => {
  it('is not "done" of anything that its very name calls refused or failed', () => {
    const undone = AUDITED_ACTS.filter((act) => /refused$|failed$|interrupted$|faulty$|expired$|not-/.test(act));
    expect(undone.length).toBeGreaterThan(10);
    expect(undone.filter((act) => outcomeOf(act) === 'done')).toEqual([]);
    expect([outcomeOf('case.delivered'), outcomeOf('session.refused'), outcomeOf('case.print-failed')]).toEqual(['done', 'refused', 'failed']);
  });
});
