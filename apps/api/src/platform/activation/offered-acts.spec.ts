// SPDX-License-Identifier: AGPL-3.0-or-later
import { CASE_ACTS } from '@sportello/contracts';
import { CASE_STATES, type CaseState, OPEN_CASE_STATES, permissionsOf } from '@sportello/domain';
import { type ApplicationStanding, type OfferCircumstances, offeredActs } from './offered-acts';

const OF_THE_HOLDER: ApplicationStanding = { canKindChange: false, isSameVisit: false, canGoOn: false, hasDeclarations: false, approval: 'none', isDeferred: false };
const USUAL: OfferCircumstances = { isCardInReader: true, canCodesBeOpened: true, stationChange: 'impossible', application: OF_THE_HOLDER };
const AWAY: OfferCircumstances = { ...USUAL, isCardInReader: false };
const CHANGES = ['possible', 'asked-by-another'] as const;

const APPROVALS = ['none', 'waiting', 'waiting-for-oneself', 'expired'] as const;

const operator = permissionsOf(['operator']);
const supervisor = permissionsOf(['supervisor']);
const both = permissionsOf(['operator', 'supervisor']);

function applied(application: Partial<ApplicationStanding>): OfferCircumstances {
  return { ...USUAL, application: { ...OF_THE_HOLDER, ...application } };
}

describe('the acts that a case offers', () => {
  it.each<[CaseState, readonly string[]]>([
    ['recognised', ['identify', 'refuse', 'abandon']],
    ['identified', ['refuse', 'abandon']],
    ['awaiting-approval', ['refuse', 'abandon']],
    ['authorised', ['print-envelope', 'refuse', 'abandon']],
    ['printing', ['print-form', 'void-envelope', 'scan']],
    ['printed', ['print-form', 'void-envelope', 'scan', 'abandon']],
    ['writing', ['print-form']],
    ['interrupted', ['print-form']],
    ['written', ['print-form', 'scan', 'suspend']],
    ['undelivered', ['print-form', 'scan']],
    ['delivered', ['print-form']],
    ['refused', []],
    ['abandoned', []],
    ['faulty', []],
    ['lost', []],
  ])('%s: %j', (state, acts) => {
    expect(offeredActs(state, operator, USUAL)).toEqual(acts);
  });

  it('are all of the contract’s, somewhere', () => {
    const offered = new Set(CASE_STATES.flatMap((state) => [...offeredActs(state, operator, USUAL), ...offeredActs(state, supervisor, USUAL), ...CHANGES.flatMap((stationChange) => offeredActs(state, supervisor, { ...USUAL, stationChange })), ...APPROVALS.flatMap((approval) => offeredActs(state, both, applied({ canKindChange: true, isSameVisit: true, canGoOn: true, hasDeclarations: true, approval })))]));
    expect([...offered].sort()).toEqual([...CASE_ACTS].sort());
  });

  it('are, for a supervisor, the decisions on a case that does not go on by itself', () => {
    expect(offeredActs('interrupted', supervisor, AWAY)).toEqual(['resume-writing', 'new-codes', 'close-as-lost']);
    expect(offeredActs('undelivered', supervisor, AWAY)).toEqual(['close-as-lost']);
    expect(CASE_STATES.filter((state) => offeredActs(state, supervisor, USUAL).length > 0)).toEqual(['interrupted', 'undelivered']);
  });

  it('leave out to resume what no station could ever open', () => {
    expect(offeredActs('interrupted', supervisor, { ...AWAY, canCodesBeOpened: false })).toEqual(['new-codes', 'close-as-lost']);
  });

  it.each<[OfferCircumstances['stationChange'], readonly string[], readonly string[]]>([
    ['impossible', [], []],
    ['possible', ['ask-station-change'], ['ask-station-change']],
    ['asked-by-another', [], ['confirm-station-change']],
    ['asked-by-oneself', [], []],
  ])('of a change of station that is %s: %j for an operator, %j for a supervisor', (stationChange, forOperator, forSupervisor) => {
    const changes = (permissions: typeof operator): readonly string[] => offeredActs('interrupted', permissions, { ...USUAL, stationChange }).filter((act) => act.includes('station-change'));
    expect(changes(operator)).toEqual(forOperator);
    expect(changes(supervisor)).toEqual(forSupervisor);
    expect(offeredActs('printing', supervisor, { ...USUAL, stationChange })).toEqual([]);
  });

  it('are, of the kind, only where the card has several, and before somebody was identified', () => {
    const several = CASE_STATES.filter((state) => offeredActs(state, operator, applied({ canKindChange: true })).includes('change-kind'));
    expect(several).toEqual(['recognised']);
  });

  it('let the applicant of the same visit go on with this card, and with the next when this one is written', () => {
    const offering = (act: (typeof CASE_ACTS)[number], standing: Partial<ApplicationStanding>): readonly CaseState[] => CASE_STATES.filter((state) => offeredActs(state, operator, applied(standing)).includes(act));
    expect(offering('identify-same-visit', { isSameVisit: true })).toEqual(['recognised']);
    expect(offering('next-card', { canGoOn: true })).toEqual(['written', 'delivered']);
  });

  it('let declarations be printed as long as the case is open', () => {
    expect(CASE_STATES.filter((state) => offeredActs(state, operator, applied({ hasDeclarations: true })).includes('print-self-declaration'))).toEqual([...OPEN_CASE_STATES]);
  });

  it('of an approval: a supervisor decides on what waits for them, an operator asks again what expired', () => {
    expect(offeredActs('awaiting-approval', supervisor, applied({ approval: 'waiting-for-oneself' }))).toEqual(['decide-approval']);
    expect(offeredActs('awaiting-approval', supervisor, applied({ approval: 'waiting' }))).toEqual([]);
    expect(offeredActs('identified', operator, applied({ approval: 'expired' }))).toContain('ask-approval-again');
    expect(offeredActs('identified', operator, applied({ approval: 'none' }))).not.toContain('ask-approval-again');
  });

  it('let a supervisor sign at the operator’s desk while the request waits, and the citizen go once', () => {
    expect(offeredActs('awaiting-approval', operator, applied({ approval: 'waiting' }))).toEqual(['refuse', 'abandon', 'sign-approval', 'return-later']);
    expect(offeredActs('awaiting-approval', operator, applied({ approval: 'waiting', isDeferred: true }))).toEqual(['refuse', 'abandon', 'sign-approval']);
    expect(offeredActs('awaiting-approval', operator, applied({ approval: 'expired' }))).toEqual(['refuse', 'abandon']);
  });

  it('need the permission, and the identification the card', () => {
    expect(offeredActs('recognised', supervisor, USUAL)).toEqual([]);
    expect(offeredActs('recognised', operator, AWAY)).toEqual(['refuse', 'abandon']);
  });
});
