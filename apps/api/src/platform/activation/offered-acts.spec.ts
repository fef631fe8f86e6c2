// SPDX-License-Identifier: AGPL-3.0-or-later
import { CASE_ACTS } from '@sportello/contracts';
import { CASE_STATES, type CaseState, permissionsOf } from '@sportello/domain';
import { offeredActs } from './offered-acts';

const operator = permissionsOf(['operator']);

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
    const offered = new Set(CASE_STATES.flatMap((state) => offeredActs(state, operator, true)));
    expect([...offered].sort()).toEqual([...CASE_ACTS].sort());
  });

  it('need the permission, and the identification the card', () => {
    expect(offeredActs('recognised', permissionsOf(['supervisor']), true)).toEqual([]);
    expect(offeredActs('recognised', operator, false)).toEqual(['refuse', 'abandon']);
  });
});
