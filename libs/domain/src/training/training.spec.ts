// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Drill, DRILLS, drillsDone, drillsMissing, type WorkedCase } from './drills';
import { isInTraining, mayEnable, mayTutor, tutorshipUntil } from './training';

let cards = 0;

const worked = (id: string, wish: Partial<WorkedCase> = {}): WorkedCase => ({
  id,
  kind: 'holder',
  purpose: 'activation',
  idCarta: String((cards += 1)),
  visitCaseId: null,
  deliveredAt: new Date('2026-11-24T09:00:00Z'),
  hadJam: false,
  wasPulled: false,
  ...wish,
});
const at = (minutes: number): { readonly deliveredAt: Date } => ({ deliveredAt: new Date(Date.UTC(2026, 10, 24, 9, minutes)) });
const drillsOf = (...history: readonly WorkedCase[]): readonly Drill[] => drillsDone(history).map(({ drill }) => drill);

describe('the drills, by the rule book', () => {
  const child = (id: string, visitCaseId: string | null, wish: Partial<WorkedCase> = {}): WorkedCase => worked(id, { kind: 'parent-of-minor', visitCaseId, ...wish });

  it.each<[string, readonly WorkedCase[], readonly Drill[]]>([
    ['nothing delivered', [], []],
    ['a holder who was handed their envelope', [worked('a')], ['holder']],
    ['new codes for a holder: no card was taken into use', [worked('a', { purpose: 'duplicate' })], []],
    ['a delegate', [worked('a', { kind: 'health-delegate' })], ['delegate']],
    ['a guardian', [worked('a', { kind: 'guardian-of-minor' })], []],
    ['an envelope that jammed and was printed anew, at a guardian’s', [worked('a', { kind: 'guardian-of-minor', hadJam: true })], ['jam']],
    ['a card that was pulled and finished, a holder’s', [worked('a', { wasPulled: true })], ['holder', 'pulled-card']],
    ['three children, each after the one before', [child('a', null), child('b', 'a'), child('c', 'b')], ['three-children']],
    ['three children, both others after the first', [child('a', null), child('b', 'a'), child('c', 'a')], ['three-children']],
    ['two children of one parent and one of another', [child('a', null), child('b', 'a'), child('c', null)], []],
    ['three visits of one child each', [child('a', null), child('b', null), child('c', null)], []],
    ['a child’s card three times', [child('a', null, { idCarta: '6' }), child('b', 'a', { idCarta: '6' }), child('c', 'b', { idCarta: '6' })], []],
    ['children whose first card is still to be handed over', [child('b', 'a'), child('c', 'a')], []],
    ['four children of whom the first is still to be handed over', [child('b', 'a'), child('c', 'a'), child('d', 'c')], ['three-children']],
  ])('%s', (_, history, drills) => {
    expect(drillsOf(...history)).toEqual(drills);
  });

  it('each tells its first time, whatever the order in which the cases are found', () => {
    expect(drillsDone([worked('later', at(9)), worked('first', at(1))])).toEqual([{ drill: 'holder', at: at(1).deliveredAt, caseIds: ['first'] }]);
    const history = [child('c', 'b', at(30)), child('a', null, at(20)), child('b', 'a', at(10)), child('d', 'c', at(40))];
    expect(drillsDone(history)).toEqual([{ drill: 'three-children', at: at(30).deliveredAt, caseIds: ['b', 'a', 'c'] }]);
  });

  it('what is left to do is the rest', () => {
    expect(drillsMissing([])).toEqual(DRILLS);
    expect(drillsMissing(['jam', 'holder'])).toEqual(['three-children', 'delegate', 'pulled-card']);
  });
});

describe('training', () => {
  const since = new Date('2026-11-02T08:00:00Z');

  it('lasts until somebody is enabled, and does not begin by itself', () => {
    expect(isInTraining({ trainingSince: null, enabledAt: null })).toBe(false);
    expect(isInTraining({ trainingSince: since, enabledAt: null })).toBe(true);
    expect(isInTraining({ trainingSince: since, enabledAt: new Date() })).toBe(false);
  });

  it('has a tutor for four hours, and no longer than the session', () => {
    const hours = (count: number): Date => new Date(since.getTime() + count * 3_600_000);
    expect(tutorshipUntil(since, hours(10))).toEqual(hours(4));
    expect(tutorshipUntil(since, hours(1))).toEqual(hours(1));
  });

  const colleague = { isTrainee: false, isInTraining: false, roles: ['operator'], isOfDesk: true } as const;
  it.each([
    ['an enabled operator of the desk', colleague, undefined],
    ['who also supervises', { ...colleague, roles: ['supervisor', 'operator'] as const }, undefined],
    ['the trainee', { ...colleague, isTrainee: true, isInTraining: true }, 'same-person'],
    ['another trainee', { ...colleague, isInTraining: true }, 'in-training'],
    ['an operator of another desk', { ...colleague, isOfDesk: false }, 'other-desk'],
    ['a supervisor who works no case', { ...colleague, roles: ['supervisor'] as const }, 'no-operator'],
  ])('has for tutor: %s', (_, person, because) => {
    const may = mayTutor(person);
    expect(may.ok ? undefined : may.refusal.because).toBe(because);
  });

  const ready = { isSelf: false, isInTraining: true, done: DRILLS, hasSecondPerson: false, hasReason: false } as const;
  it.each([
    ['all drills done: one supervisor', ready, []],
    ['drills missing: two people and a reason', { ...ready, done: ['holder', 'jam', 'delegate'] as const, hasSecondPerson: true, hasReason: true }, ['three-children', 'pulled-card']],
    ['drills missing and one person', { ...ready, done: [], hasReason: true }, 'drills-missing'],
    ['drills missing and no reason', { ...ready, done: [], hasSecondPerson: true }, 'drills-missing'],
    ['oneself', { ...ready, isSelf: true }, 'own-training'],
    ['somebody who is not in training', { ...ready, isInTraining: false }, 'not-in-training'],
  ])('ends by enabling: %s', (_, enabling, expected) => {
    const may = mayEnable(enabling);
    expect(may.ok ? may.value : may.refusal.kind).toEqual(expected);
  });
});
