// SPDX-License-Identifier: AGPL-3.0-or-later
import { accepted, refused } from '../testing/outcomes';
import { AUTHORITY_ANSWERS, STATE_AFTER_ANSWER } from './authority-answers';
import { moveRevocation, nextRevocationStates } from './move-revocation';
import { FINAL_REVOCATION_STATES, isOpenRevocation, REVOCATION_STATES } from './revocation-states';
import type { RevocationState } from './revocation-states';
import { REVOCATION_CAUSES, REVOCATION_TRANSITIONS } from './revocation-transitions';

describe('a revocation request', () => {
  it.each<readonly RevocationState[]>([
    ['logged', 'verified', 'transmitted', 'waiting', 'accepted', 'confirmed'],
    ['logged', 'verified', 'transmitted', 'accepted', 'confirmed'],
    ['logged', 'verified', 'transmitted', 'silent', 'transmitted', 'accepted'],
    ['transmitted', 'waiting', 'refused-by-authority', 'transmitted'],
    ['transmitted', 'silent', 'awaiting-supervisor'],
    ['waiting', 'silent', 'accepted'],
    ['accepted', 'awaiting-supervisor'],
  ])('goes %s, %s, %s …', (...way) => {
    way.slice(1).forEach((to, index) => expect(moveRevocation(way[index]!, to).ok).toBe(true));
  });

  it('goes only where its table says: nothing is transmitted that was not verified, nothing confirmed that was not accepted or seen', () => {
    expect(refused(moveRevocation('logged', 'transmitted'))).toEqual({ kind: 'forbidden-revocation-transition', from: 'logged', to: 'transmitted', allowed: ['verified', 'rejected'] });
    expect(REVOCATION_STATES.filter((from) => nextRevocationStates(from).includes('confirmed'))).toEqual(['accepted', 'awaiting-supervisor']);
    expect(refused(moveRevocation('awaiting-supervisor', 'confirmed'))).toMatchObject({ causes: ['seen-revoked'] });
    expect(REVOCATION_STATES.filter((from) => nextRevocationStates(from).includes('verified'))).toEqual(['logged']);
  });

  it.each(FINAL_REVOCATION_STATES)('that is %s stays so', (from) => {
    for (const to of REVOCATION_STATES) expect(refused(moveRevocation(from, to))).toMatchObject({ allowed: [] });
    expect(isOpenRevocation(from)).toBe(false);
  });

  it('never lies in an open state that leads nowhere, and every state can be reached', () => {
    for (const state of REVOCATION_STATES.filter(isOpenRevocation)) expect(nextRevocationStates(state)).not.toEqual([]);
    expect(new Set(['logged', ...REVOCATION_TRANSITIONS.map(({ to }) => to)])).toEqual(new Set(REVOCATION_STATES));
  });

  it('asks again under the transaction of before: one certificate is never asked for twice', () => {
    expect(accepted(moveRevocation('verified', 'transmitted')).transaction).toBe('new');
    expect(accepted(moveRevocation('silent', 'transmitted')).transaction).toBe('same');
    expect(accepted(moveRevocation('refused-by-authority', 'transmitted')).transaction).toBe('same');
    expect(accepted(moveRevocation('awaiting-supervisor', 'transmitted', 'sent-anew')).transaction).toBe('new');
  });

  it('is rejected for a cause, and never without', () => {
    expect(refused(moveRevocation('logged', 'rejected'))).toEqual({ kind: 'revocation-cause-needed', from: 'logged', to: 'rejected', causes: ['not-verified', 'not-entitled', 'withdrawn', 'already-requested', 'nothing-to-revoke'] });
    expect(refused(moveRevocation('logged', 'rejected', 'certificate-unknown'))).toMatchObject({ kind: 'revocation-cause-needed' });
    expect(refused(moveRevocation('logged', 'verified', 'withdrawn'))).toEqual({ kind: 'revocation-cause-needed', from: 'logged', to: 'verified', causes: [] });
    expect(accepted(moveRevocation('awaiting-supervisor', 'rejected', 'certificate-unknown')).cause).toBe('certificate-unknown');
  });

  it('uses every cause somewhere', () => {
    expect(new Set(REVOCATION_TRANSITIONS.flatMap(({ causes = [] }) => causes))).toEqual(new Set(REVOCATION_CAUSES));
  });
});

describe('an answer of the authority', () => {
  it.each(AUTHORITY_ANSWERS)('%s leads where a transmitted request may go', (answer) => {
    expect(moveRevocation('transmitted', STATE_AFTER_ANSWER[answer]).ok).toBe(true);
  });

  it('that it is revoked already is as good as accepted', () => expect(STATE_AFTER_ANSWER['already-revoked']).toBe('accepted'));

  it('that nobody can trust or understand is none', () => {
    for (const answer of ['nothing', 'not-understood', 'not-trusted'] as const) expect(STATE_AFTER_ANSWER[answer]).toBe('silent');
  });
});
