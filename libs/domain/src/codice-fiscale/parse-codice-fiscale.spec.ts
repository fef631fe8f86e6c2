// SPDX-License-Identifier: AGPL-3.0-or-later
import * as fc from 'fast-check';
import { accepted, refused } from '../testing/outcomes';
import { anyCodiceFiscale } from '../testing/people';
import { checkLetterOf } from './check-letter';
import { parseCodiceFiscale } from './parse-codice-fiscale';

const VALID = [
  'MRTNTN23M02D969P',
  'RCCMNL83S18D969H',
  'MRSMSR81D60Z611H',
  'CNTCHR83T41D969D',
  'FOXDRA26C24H872Y',
  'MAILCU91A25F839D',
  'RSSMRA45C12F205C',
  'RSSMRA80A01D612Y',
  'BNCNNA85E45D612V',
  'VRDGNN00T31H501H',
  'RSSMRA80C15L419I',
];

describe('a regular codice fiscale', () => {
  it.each(VALID)('%s is one, and no omocode', (text) => {
    expect(accepted(parseCodiceFiscale(text))).toMatchObject({ kind: 'regular', value: text, base: text, isOmocode: false });
  });

  it('tells day and month of birth, the year without its century, sex and place', () => {
    expect(accepted(parseCodiceFiscale('MRSMSR81D60Z611H'))).toEqual({
      kind: 'regular',
      value: 'MRSMSR81D60Z611H',
      base: 'MRSMSR81D60Z611H',
      isOmocode: false,
      birth: { day: 20, month: 4, yearOfCentury: 81 },
      sex: 'F',
      birthPlace: 'Z611',
    });
    expect(accepted(parseCodiceFiscale('VRDGNN00T31H501H'))).toMatchObject({ birth: { day: 31, month: 12, yearOfCentury: 0 }, sex: 'M', birthPlace: 'H501' });
  });

  it('is read whatever its case and its blanks', () => {
    expect(accepted(parseCodiceFiscale(' rss mra 80a01 d612 y\n')).value).toBe('RSSMRA80A01D612Y');
  });

  it.each([
    ['CSTNGL22I10D086I', { kind: 'bad-month', letter: 'I' }],
    ['FOXDRA26C24H872A', { kind: 'bad-check-letter', found: 'A', expected: 'Y' }],
    ['CNTCHR83T32D969H', { kind: 'bad-date', day: 32, month: 12, yearOfCentury: 83 }],
    ['RSSMRA80C15L419X', { kind: 'bad-check-letter', found: 'X', expected: 'I' }],
    ['', { kind: 'bad-length', length: 0 }],
    ['RSSMRA80A01D612', { kind: 'bad-length', length: 15 }],
    ['RSSMRA80A01D612YY', { kind: 'bad-length', length: 17 }],
    ['RSSMR180A01D612Y', { kind: 'bad-format', position: 6 }],
    ['RSSMRA8ZA01D612Y', { kind: 'bad-format', position: 8 }],
    ['RSSMRA80A01D6121', { kind: 'bad-format', position: 16 }],
    ['RSSMRÀ80A01D612Y', { kind: 'bad-format', position: 6 }],
    ['STP0901012345678', { kind: 'stp-eni', code: 'STP' }],
    ['eni0901012345678', { kind: 'stp-eni', code: 'ENI' }],
  ])('%s is none', (text, refusal) => {
    expect(refused(parseCodiceFiscale(text))).toEqual(refusal);
  });

  it.each(['A00', 'A32', 'A40', 'A72', 'B30', 'D31', 'B70'])('has no day %s', (monthAndDay) => {
    const text = `RSSMRA81${monthAndDay}D612`;
    expect(refused(parseCodiceFiscale(text + checkLetterOf(text)))).toMatchObject({ kind: 'bad-date' });
  });

  it('has 29 February in the years that may have been leap years, of any century', () => {
    const born = (year: string) => parseCodiceFiscale(`RSSMRA${year}B29D612${checkLetterOf(`RSSMRA${year}B29D612`)}`).ok;
    expect([born('00'), born('80'), born('81')]).toEqual([true, true, false]);
  });

  it('does not survive one wrong letter among those of the name', () => {
    const slips = fc.tuple(anyCodiceFiscale, fc.nat(5), fc.constantFrom(...Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ')));
    fc.assert(
      fc.property(slips, ([{ value }, position, letter]) => {
        fc.pre(value.charAt(position) !== letter);
        expect(parseCodiceFiscale(value.slice(0, position) + letter + value.slice(position + 1)).ok).toBe(false);
      }),
    );
  });
});

describe('a provisional codice fiscale', () => {
  it('is eleven digits with Luhn’s check, and tells nothing of its bearer', () => {
    expect(accepted(parseCodiceFiscale('12345678903'))).toEqual({ kind: 'provisional', value: '12345678903' });
  });

  it('is refused when a digit is wrong or is none', () => {
    expect(refused(parseCodiceFiscale('12345678901'))).toEqual({ kind: 'bad-check-digit', found: '1', expected: '3' });
    expect(refused(parseCodiceFiscale('1234567890A'))).toEqual({ kind: 'bad-format', position: 11 });
  });
});
