// SPDX-License-Identifier: AGPL-3.0-or-later
import { day } from '../../testing/dates';
import { accepted, refused } from '../../testing/outcomes';
import { mrzCheckDigitOf } from './mrz-check-digit';
import { parseMrz } from './parse-mrz';

const TODAY = day('2026-11-23');

/** The specimens of ICAO 9303 parts 5, 6 and 4. */
const TD1 = ['I<UTOD231458907<<<<<<<<<<<<<<<', '7408122F1204159UTO<<<<<<<<<<<6', 'ERIKSSON<<ANNA<MARIA<<<<<<<<<<'];
const TD2 = ['I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<', 'D231458907UTO7408122F1204159<<<<<<<6'];
const TD3 = ['P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L898902C36UTO7408122F1204159ZE184226B<<<<<10'];

const ANNA = { surname: 'ERIKSSON', name: 'ANNA MARIA', birthDate: '1974-08-12', sex: 'F', expiresOn: '2012-04-15', issuingState: 'UTO' };

/** An Italian identity card of an invented person. */
function cie({ birthDate = '800101', expiry = '310101', names = 'ROSSI<<MARIA<LUISA' } = {}): readonly string[] {
  const number = 'CA12345AB';
  const first = `C<ITA${number}${mrzCheckDigitOf(number)}`.padEnd(30, '<');
  const dates = `${birthDate}${mrzCheckDigitOf(birthDate)}F${expiry}${mrzCheckDigitOf(expiry)}`;
  const second = `${dates}ITA`.padEnd(29, '<');
  const composite = first.slice(5) + second.slice(0, 7) + second.slice(8, 15) + second.slice(18, 29);
  return [first, second + mrzCheckDigitOf(composite), names.padEnd(30, '<')];
}

describe('a machine-readable zone', () => {
  it.each([
    ['TD1', TD1, { ...ANNA, number: 'D23145890', documentType: undefined }],
    ['TD2', TD2, { ...ANNA, number: 'D23145890', documentType: undefined }],
    ['TD3', TD3, { ...ANNA, number: 'L898902C3', documentType: 'foreign-passport' }],
  ])('of format %s tells number, names, birth, sex and expiry', (format, lines, told) => {
    expect(accepted(parseMrz(lines, TODAY))).toEqual({ format, ...told });
  });

  it('of an Italian identity card names a CIE', () => {
    expect(accepted(parseMrz(cie(), TODAY))).toMatchObject({
      documentType: 'cie',
      number: 'CA12345AB',
      surname: 'ROSSI',
      name: 'MARIA LUISA',
      birthDate: '1980-01-01',
      expiresOn: '2031-01-01',
    });
  });

  it('of an Italian passport names a passport', () => {
    const [first = '', second = ''] = TD3;
    expect(accepted(parseMrz([first.replace('UTO', 'ITA'), second], TODAY)).documentType).toBe('passport');
  });

  it('of somebody with one name has a surname only', () => {
    expect(accepted(parseMrz(cie({ names: 'SUKARNO' }), TODAY))).toMatchObject({ surname: 'SUKARNO', name: '' });
  });

  it('may bear no expiry', () => {
    expect(accepted(parseMrz(cie({ expiry: '<<<<<<' }), TODAY)).expiresOn).toBe('none');
  });

  it('puts a birth into this century only if that day has come', () => {
    expect(accepted(parseMrz(cie({ birthDate: '261123' }), TODAY)).birthDate).toBe('2026-11-23');
    expect(accepted(parseMrz(cie({ birthDate: '261124' }), TODAY)).birthDate).toBe('1926-11-24');
  });

  it.each([
    ['number', 0, 'D23145890', 'D23145891'],
    ['birth-date', 1, '740812', '740813'],
    ['expiry', 1, '120415', '120416'],
    ['composite', 0, '7<<<', '7<<B'],
  ])('misread in its %s is refused', (part, line, right, wrong) => {
    const misread = TD1.map((text, index) => (index === line ? text.replace(right, wrong) : text));
    expect(refused(parseMrz(misread, TODAY))).toEqual({ kind: 'bad-mrz', part });
  });

  it('with a day that does not exist is refused, though its digits agree', () => {
    expect(refused(parseMrz(cie({ birthDate: '800231' }), TODAY))).toEqual({ kind: 'bad-mrz', part: 'birth-date' });
    expect(refused(parseMrz(cie({ expiry: '311301' }), TODAY))).toEqual({ kind: 'bad-mrz', part: 'expiry' });
  });

  it('of another shape is refused', () => {
    expect(refused(parseMrz(TD1.slice(1), TODAY))).toEqual({ kind: 'bad-mrz', part: 'shape' });
    expect(refused(parseMrz([], TODAY))).toEqual({ kind: 'bad-mrz', part: 'shape' });
  });
});
