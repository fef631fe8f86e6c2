// SPDX-License-Identifier: AGPL-3.0-or-later
import { day } from '../testing/dates';
import { accepted, refused } from '../testing/outcomes';
import { mrzCheckDigitOf } from '../testing/mrz-check-digit';
import { typedMrzLines } from './mrz-lines';
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
    ['TD1', TD1, { ...ANNA, number: 'D23145890', documentType: 'foreign-identity-card' }],
    ['TD2', TD2, { ...ANNA, number: 'D23145890', documentType: 'foreign-identity-card' }],
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

  it('of a number longer than its field goes on where the example of ICAO 9303-11 app. D does', () => {
    const long = ['I<UTOD23145890<7349<<<<<<<<<<<', '3407127M9507122UTO<<<<<<<<<<<2', 'STEVENSON<<PETER<JOHN<<<<<<<<<'];
    expect(parseMrz(long, TODAY)).toMatchObject({ ok: true, value: { number: 'D23145890734' } });
  });

  it('of the French card of before 2021 bears no expiry, which stays to be told', () => {
    const french = ['IDFRABERTHIER<<<<<<<<<<<<<<<<<<<<<<<', '8806923102858CORINNE<<<<<<<6512068F6'];
    expect(accepted(parseMrz(french, TODAY))).toEqual({
      format: 'FRENCH_NATIONAL_ID',
      documentType: 'eu-identity-card',
      issuingState: 'FRA',
      number: '880692310285',
      surname: 'BERTHIER',
      name: 'CORINNE',
      birthDate: '1965-12-06',
      sex: 'F',
      expiresOn: undefined,
    });
  });
});

describe('what a zone names', () => {
  const head = (code: string, state: string) => [`${code}${state}`.padEnd(5, '<') + (TD1[0] ?? '').slice(5), ...TD1.slice(1)];

  it.each([
    ['I<', 'FRA', 'eu-identity-card'],
    ['ID', 'ROU', 'eu-identity-card'],
    ['I<', 'D', 'eu-identity-card'],
    ['I<', 'CHE', 'eu-identity-card'],
    ['I<', 'GBR', 'foreign-identity-card'],
    ['I<', 'ALB', 'foreign-identity-card'],
    ['IR', 'ITA', 'residence-permit'],
    ['AR', 'DEU', 'foreign-residence-permit'],
    ['IR', 'ESP', 'foreign-residence-permit'],
    ['C<', 'ITA', 'cie-optical'],
    ['AC', 'UTO', undefined],
  ])('%s of %s is: %s', (code, state, documentType) => {
    expect(accepted(parseMrz(head(code, state), TODAY)).documentType).toBe(documentType);
  });

  it('is told apart in two lines as in three', () => {
    const [first = '', second = ''] = TD2;
    expect(accepted(parseMrz([first.replace('UTO', 'ROU'), second], TODAY)).documentType).toBe('eu-identity-card');
  });

  it('is no document of ours on a visa', () => {
    const [first = '', second = ''] = TD3;
    expect(accepted(parseMrz([first.replace('P<', 'V<'), second], TODAY)).documentType).toBeUndefined();
  });
});

describe('names in a zone', () => {
  it('that fill their field were cut off', () => {
    expect(accepted(parseMrz(cie({ names: 'PAPANDROPOULOS<<JONATHON<ALEXA' }), TODAY))).toMatchObject({ surname: 'PAPANDROPOULOS', name: 'JONATHON ALEXA', isNameCutOff: true });
    expect(accepted(parseMrz(cie({ names: 'NILAVADHANANANDACHAYAPHADSONGK' }), TODAY))).toMatchObject({ surname: 'NILAVADHANANANDACHAYAPHADSONGK', name: '', isNameCutOff: true });
    expect(accepted(parseMrz(cie(), TODAY)).isNameCutOff).toBeUndefined();
  });
});

describe('a zone typed by hand', () => {
  it('may leave out the fillers at the end of a line, and is cut into its lines', () => {
    expect(typedMrzLines('I<UTOD231458907\n7408122F1204159UTO<<<<<<<<<<<6\neriksson<<anna<maria\n')).toEqual(TD1);
    expect(typedMrzLines('P<UTOERIKSSON«ANNA‹MARIA\nL898902C36UTO7408122F1204159ZE184226B<<<<<10')).toEqual(TD3);
    expect(typedMrzLines('I<UTOERIKSSON<<ANNA<MARIA\nD231458907UTO7408122F1204159<<<<<<<6')).toEqual(TD2);
    expect(typedMrzLines(TD3.join(''))).toEqual(TD3);
  });

  it.each(['', 'ROSSI', 'I<UTO\nROSSI\nX\nY', 'A'.repeat(45) + '\nB'])('is none when it is %j', (text) => {
    expect(typedMrzLines(text)).toBeUndefined();
  });

  it('takes an O for the zero that stands in a field of digits, and a zero for the O of a field of letters', () => {
    const slips = ['I<UT0D231458907<<<<<<<<<<<<<<<', '74O8I22F12O4I59UTO<<<<<<<<<<<6', 'ER1KSS0N<<ANNA<MARIA<<<<<<<<<<'];
    expect(accepted(parseMrz(slips, TODAY))).toEqual(accepted(parseMrz(TD1, TODAY)));
  });

  it('is not guessed at where letters and digits mix: the number must be right', () => {
    expect(refused(parseMrz([(TD1[0] ?? '').replace('D23145890', 'D2314589O'), ...TD1.slice(1)], TODAY))).toEqual({ kind: 'bad-mrz', part: 'number' });
  });
});
