// SPDX-License-Identifier: AGPL-3.0-or-later
import { CASE_ACTS } from '@sportello/contracts';
import { CASE_STATES, type CaseState, permissionsOf } from '@sportello/domain';
import { type OfferCircumstances, offeredActs } from './offered-acts';

const USUAL: OfferCircumstances = { isCardInReader: true, canCodesBeOpened: true, stationChange: 'impossible' };
const AWAY: OfferCircumstances = { ...USUAL, isCardInReader: false };
const CHANGES = ['possible', 'asked-by-another'] as const;

const operator = permissionsOf(['operator']);
const supervisor = permissionsOf(['supervisor']);

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
    const offered = new Set(CASE_STATES.flatMap((state) => [...offeredActs(state, operator, USUAL), ...offeredActs(state, supervisor, USUAL), ...CHANGES.flatMap((stationChange) => offeredActs(state, supervisor, { ...USUAL, stationChange }))]));
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

  it('need the permission, and the identification the card', () => {
    expect(offeredActs('recognised', supervisor, USUAL)).toEqual([]);
    expect(offeredActs('recognised', operator, AWAY)).toEqual(['refuse', 'abandon']);
  });
});
