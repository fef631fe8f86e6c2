// SPDX-License-Identifier: AGPL-3.0-or-later
import { PROBLEM_CODES } from '@sportello/contracts';
import { PROBLEMS, problemOf } from './problem-table';

describe('the table of problems', () => {
  it('has a row for each code, and each row an error’s status', () => {
    expect(Object.keys(PROBLEMS).sort()).toEqual([...PROBLEM_CODES].sort());
    for (const { status, title } of Object.values(PROBLEMS)) {
      expect(status).toBeGreaterThanOrEqual(400);
      expect(status).toBeLessThan(600);
      expect(title.length).toBeGreaterThan(3);
    }
  });

  it('tells a rule’s refusal by its code, with its fields as details', () => {
    expect(problemOf({ kind: 'cause-needed', from: 'printed', to: 'authorised', causes: ['envelope-voided'] })).toEqual({
      code: 'forbidden-transition',
      details: { from: 'printed', to: 'authorised', causes: ['envelope-voided'] },
    });
    expect(problemOf({ kind: 'already-active' })).toEqual({ code: 'already-active', details: undefined });
    expect(problemOf({ kind: 'wrong-sheet', details: { scanned: '000420', expected: '000419' } })).toEqual({ code: 'wrong-sheet', details: { scanned: '000420', expected: '000419' } });
  });
});
