// SPDX-License-Identifier: AGPL-3.0-or-later
import * as fc from 'fast-check';
import { accepted, refused } from '../testing/outcomes';
import { CASE_STATES, FINAL_CASE_STATES, isFinalCase, isOpenCase, OPEN_CASE_STATES } from './case-states';
import type { CaseState } from './case-states';
import { CASE_CAUSES, CASE_TRANSITIONS } from './case-transitions';
import { canMoveCase, moveCase, nextCaseStates } from './move-case';

/** The design's table, written anew: the one above must say the same. */
const TABLE: Readonly<Record<CaseState, readonly CaseState[]>> = {
  recognised: ['identified', 'refused', 'abandoned'],
  identified: ['awaiting-approval', 'authorised', 'refused', 'abandoned'],
  'awaiting-approval': ['authorised', 'refused', 'abandoned', 'identified'],
  authorised: ['printing', 'refused', 'abandoned'],
  printing: ['printed', 'authorised'],
  printed: ['writing', 'authorised', 'abandoned'],
  writing: ['written', 'interrupted', 'faulty'],
  interrupted: ['writing', 'authorised', 'lost'],
  written: ['delivered', 'undelivered', 'authorised'],
  undelivered: ['delivered', 'authorised', 'lost'],
  delivered: [],
  refused: [],
  abandoned: [],
  faulty: [],
  lost: [],
};

describe('the table of the case', () => {
  it.each(CASE_STATES)('lets *%s* go where the design says, and nowhere else', (state) => {
    expect([...nextCaseStates(state)].sort()).toEqual([...TABLE[state]].sort());
  });

  it('has one row for each move', () => {
    const moves = CASE_TRANSITIONS.map(({ from, to }) => `${from} → ${to}`);
    expect(new Set(moves).size).toBe(moves.length);
  });

  it('ends in the final states, and only there', () => {
    expect(CASE_STATES.filter((state) => nextCaseStates(state).length === 0)).toEqual(FINAL_CASE_STATES);
    expect(CASE_STATES.filter(isOpenCase)).toEqual(OPEN_CASE_STATES);
    expect(CASE_STATES.filter(isFinalCase)).toEqual(FINAL_CASE_STATES);
  });

  it('leads from every open state to an end', () => {
    const ends = (state: CaseState, seen: readonly CaseState[]): boolean =>
      isFinalCase(state) || nextCaseStates(state).some((next) => !seen.includes(next) && ends(next, [...seen, next]));
    expect(OPEN_CASE_STATES.filter((state) => !ends(state, [state]))).toEqual([]);
  });

  it('draws new codes whenever a case that had begun to print goes back, so that no codes are ever on two sheets', () => {
    const goingBack = CASE_TRANSITIONS.filter(({ from, to }) => to === 'authorised' && !['identified', 'awaiting-approval'].includes(from));
    expect(goingBack.map(({ from }) => from)).toEqual(['printing', 'printed', 'interrupted', 'written', 'undelivered']);
    expect(goingBack.every(({ doCodesEnd }) => doCodesEnd)).toBe(true);
  });

  it('reaches the chip only from a printed envelope', () => {
    expect(CASE_TRANSITIONS.filter(({ to }) => to === 'writing').map(({ from }) => from)).toEqual(['printed', 'interrupted']);
  });

  it('uses each cause that it knows', () => {
    expect(CASE_CAUSES.filter((cause) => !CASE_TRANSITIONS.some(({ causes }) => causes?.includes(cause)))).toEqual([]);
  });
});

describe('moving a case', () => {
  it('takes the ordinary activation from the card to the delivery', () => {
    const way: readonly CaseState[] = ['recognised', 'identified', 'authorised', 'printing', 'printed', 'writing', 'written', 'delivered'];
    way.slice(1).forEach((to, index) => {
      expect(accepted(moveCase(way[index]!, to))).toEqual({ from: way[index], to, cause: undefined, doCodesEnd: false });
    });
  });

  it('refuses what the table does not hold, and says what it does hold', () => {
    expect(refused(moveCase('recognised', 'written'))).toEqual({
      kind: 'forbidden-transition',
      from: 'recognised',
      to: 'written',
      allowed: ['identified', 'refused', 'abandoned'],
    });
    expect(refused(moveCase('delivered', 'authorised'))).toMatchObject({ kind: 'forbidden-transition', allowed: [] });
  });

  it('never takes staying for moving', () => {
    for (const state of CASE_STATES) expect(refused(moveCase(state, state)).kind).toBe('forbidden-transition');
  });

  it('goes back to new codes only for a cause of that move', () => {
    expect(accepted(moveCase('printing', 'authorised', 'sheet-spoiled'))).toMatchObject({ cause: 'sheet-spoiled', doCodesEnd: true });
    const causes = ['sheet-spoiled', 'codes-died'];
    expect(refused(moveCase('printing', 'authorised'))).toEqual({ kind: 'cause-needed', from: 'printing', to: 'authorised', causes });
    expect(refused(moveCase('printing', 'authorised', 'envelope-lost'))).toMatchObject({ kind: 'cause-needed', causes });
  });

  it('gives no cause to a move that needs none', () => {
    expect(refused(moveCase('printed', 'writing', 'new-codes'))).toEqual({ kind: 'cause-needed', from: 'printed', to: 'writing', causes: [] });
  });

  it('answers every question with a move of the table or a refusal, and never throws', () => {
    fc.assert(
      fc.property(fc.constantFrom(...CASE_STATES), fc.constantFrom(...CASE_STATES), fc.option(fc.constantFrom(...CASE_CAUSES)), (from, to, cause) => {
        const answer = cause ? moveCase(from, to, cause) : moveCase(from, to);
        if (answer.ok) expect(TABLE[from]).toContain(to);
        expect(canMoveCase(from, to)).toBe(TABLE[from].includes(to));
      }),
    );
  });
});
