// SPDX-License-Identifier: AGPL-3.0-or-later
import * as fc from 'fast-check';
import { accepted, refused } from '../testing/outcomes';
import { UNAMBIGUOUS_ALPHABET } from '../text/unambiguous-alphabet';
import { controlNumberOf, parseControlNumber } from './control-number';
import { formNumberOf, parseFormNumber, SIGNED_PAPERS } from './form-number';
import { outerCodeOf, parseOuterCode } from './outer-code';
import type { OuterCodeSuffix } from './outer-code';
import { moveSheet, SHEET_LOSS_REASONS, SHEET_STATES } from './sheet-states';
import type { SheetState } from './sheet-states';

describe('an envelope sheet', () => {
  it('goes from the stock through printer and custody to the citizen', () => {
    const way: readonly SheetState[] = ['in-stock', 'loaded', 'printed', 'held', 'delivered'];
    way.slice(1).forEach((to, index) => {
      expect(accepted(moveSheet(way[index]!, to))).toEqual({ from: way[index], to, reason: undefined });
    });
  });

  it.each(['in-stock', 'loaded', 'printed', 'held'] as const)('that is %s goes out of use with a reason, and never without', (from) => {
    for (const to of ['spoiled', 'destroyed'] as const) {
      expect(accepted(moveSheet(from, to, 'sheet-damaged'))).toEqual({ from, to, reason: 'sheet-damaged' });
      expect(refused(moveSheet(from, to))).toEqual({ kind: 'sheet-reason-needed', from, to, reasons: SHEET_LOSS_REASONS });
    }
  });

  it.each(['delivered', 'spoiled', 'destroyed'] as const)('that is %s stays so', (from) => {
    for (const to of SHEET_STATES) expect(refused(moveSheet(from, to))).toEqual({ kind: 'forbidden-sheet-transition', from, to, allowed: [] });
  });

  it('skips no step', () => {
    expect(refused(moveSheet('loaded', 'held'))).toEqual({
      kind: 'forbidden-sheet-transition',
      from: 'loaded',
      to: 'held',
      allowed: ['printed', 'spoiled', 'destroyed'],
    });
  });

  it('goes on without a reason', () => {
    expect(refused(moveSheet('printed', 'held', 'sheet-damaged'))).toMatchObject({ kind: 'sheet-reason-needed', reasons: [] });
  });
});

describe('a control number', () => {
  it('is six digits, and not six zeros', () => {
    expect(accepted(parseControlNumber(' 000 419'))).toBe('000419');
    for (const text of ['419', '0004190', '00041A', '000000', '']) expect(refused(parseControlNumber(text))).toEqual({ kind: 'bad-control-number' });
  });

  it('counts from 1 to 999999', () => {
    expect([controlNumberOf(1), controlNumberOf(419), controlNumberOf(999_999)]).toEqual(['000001', '000419', '999999']);
    for (const order of [0, -1, 1.5, 1_000_000]) expect(() => controlNumberOf(order)).toThrow(RangeError);
  });
});

describe('an outer code', () => {
  it('is a control number and six characters that nobody mistakes for others', () => {
    expect(accepted(parseOuterCode('000419-K7P4XR'))).toEqual({ value: '000419-K7P4XR', controlNumber: '000419', suffix: 'K7P4XR' });
  });

  it.each(['000419-k7p4xr', ' 000419 - K7P4XR\r\n', '000419K7P4XR', "000419'K7P4XR"])('is read from %j too', (text) => {
    expect(accepted(parseOuterCode(text)).value).toBe('000419-K7P4XR');
  });

  it.each(['000419-K7P4X', '000419-K7P4XRR', '000419-K7P4X1', '000419-K7P4XO', '000419-K7P4XL', '000419', 'K7P4XR', '000000-K7P4XR', '0004I9-K7P4XR', ''])(
    'is not %j',
    (text) => {
      expect(refused(parseOuterCode(text))).toEqual({ kind: 'bad-outer-code' });
    },
  );

  it('is read back as it was made, in small letters too', () => {
    const suffixes = fc.string({ unit: fc.constantFrom(...Array.from(UNAMBIGUOUS_ALPHABET)), minLength: 6, maxLength: 6 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999_999 }), suffixes, (order, suffix) => {
        const made = outerCodeOf(controlNumberOf(order), suffix as OuterCodeSuffix);
        expect(accepted(parseOuterCode(made.value.toLowerCase()))).toEqual(made);
      }),
    );
  });
});

describe('a form number', () => {
  it('is the case’s number and the year’s last two digits', () => {
    expect(formNumberOf(119, 2026)).toEqual({ value: 'P119-26', paper: 'form', caseNumber: 119, yearOfCentury: 26 });
    expect(accepted(parseFormNumber('p119-26'))).toEqual(formNumberOf(119, 2026));
    expect(accepted(parseFormNumber("P119'26"))).toEqual(formNumberOf(119, 2026));
    expect(formNumberOf(7, 2105).value).toBe('P7-05');
  });

  it('begins with the letter of its paper', () => {
    expect(SIGNED_PAPERS.map((paper) => formNumberOf(119, 2026, paper).value)).toEqual(['P119-26', 'D119-26', 'G119-26']);
    for (const paper of SIGNED_PAPERS) expect(accepted(parseFormNumber(formNumberOf(119, 2026, paper).value))).toMatchObject({ paper, caseNumber: 119, yearOfCentury: 26 });
  });

  it.each(['119-26', 'P0-26', 'X119-26', 'P019-26', 'P119-2026', 'P119', ''])('is not %j', (text) => {
    expect(refused(parseFormNumber(text))).toEqual({ kind: 'bad-form-number' });
  });

  it('exists only for a case', () => {
    expect(() => formNumberOf(0, 2026)).toThrow(RangeError);
  });
});
