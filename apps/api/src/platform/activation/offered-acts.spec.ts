// SPDX-License-Identifier: AGPL-3.0-or-later
import { CASE_ACTS } from '@sportello/contracts';
import { CASE_STATES, type CaseState, permissionsOf } from '@sportello/domain';
import { offeredActs } from './offered-acts';

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
    expect(offeredActs(state, operator, true)).toEqual(acts);
  });

  it('are all of the contract’s, somewhere', () => {
    const offered = new Set(CASE_STATES.flatMap((state) => [...offeredActs(state, operator, true), ...offeredActs(state, supervisor, true)]));
    expect([...offered].sort()).toEqual([...CASE_ACTS].sort());
  });

  it('are, for a supervisor, the decisions on a case that does not go on by itself', () => {
    expect(offeredActs('interrupted', supervisor, false)).toEqual(['resume-writing', 'new-codes', 'close-as-lost']);
    expect(offeredActs('undelivered', supervisor, false)).toEqual(['close-as-lost']);
    expect(CASE_STATES.filter((state) => offeredActs(state, supervisor, true).length > 0)).toEqual(['interrupted', 'undelivered']);
  });

  it('need the permission, and the identification the card', () => {
    expect(offeredActs('recognised', supervisor, true)).toEqual([]);
    expect(offeredActs('recognised', operator, false)).toEqual(['refuse', 'abandon']);
  });
});
