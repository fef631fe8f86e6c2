// SPDX-License-Identifier: AGPL-3.0-or-later
import * as fc from 'fast-check';
import { day } from '../testing/dates';
import { accepted } from '../testing/outcomes';
import { anyPerson } from '../testing/people';
import { compareCodiceFiscale } from './compare-codice-fiscale';
import { belfioreCodeOf, composeCodiceFiscale } from './compose-codice-fiscale';
import { nameLetters, surnameLetters } from './name-letters';
import { parseCodiceFiscale } from './parse-codice-fiscale';

const code = (text: string) => accepted(parseCodiceFiscale(text));
const rossi = { surname: 'ROSSI', name: 'MARIO', birthDate: day('1980-01-01'), sex: 'M' } as const;

describe('the letters of a surname', () => {
  it.each([
    ['Rossi', 'RSS'],
    ['Fo', 'FOX'],
    ['Maio', 'MAI'],
    ['Aia', 'AIA'],
    ["D'Alò", 'DLA'],
    ['De Luca', 'DLC'],
    ['Müller', 'MLL'],
    ['U', 'UXX'],
  ])('%s gives %s', (surname, letters) => {
    expect(surnameLetters(surname)).toBe(letters);
  });
});

describe('the letters of a name', () => {
  it.each([
    ['Mario', 'MRA'],
    ['Gianni', 'GNN'],
    ['Alessandro', 'LSN'],
    ['Maria Luisa', 'MLS'],
    ['Luca', 'LCU'],
    ['Io', 'IOX'],
  ])('%s gives %s', (name, letters) => {
    expect(nameLetters(name)).toBe(letters);
  });
});

describe('a codice fiscale beside its bearer', () => {
  it('is equal in every part for the person whose data made it', () => {
    fc.assert(
      fc.property(anyPerson, (person) => {
        expect(compareCodiceFiscale(composeCodiceFiscale(person), person).map(({ kind }) => kind)).toEqual(['equal', 'equal', 'equal', 'equal']);
      }),
    );
  });

  it('differs part by part, each with both sides to look at', () => {
    const other = { surname: 'BIANCHI', name: 'ANNA', birthDate: day('1985-05-05'), sex: 'F' } as const;
    expect(compareCodiceFiscale(code('RSSMRA80A01D612Y'), other)).toEqual([
      { part: 'surname', kind: 'differs', inCode: 'RSS', fromPerson: 'BNC' },
      { part: 'name', kind: 'differs', inCode: 'MRA', fromPerson: 'NNA' },
      { part: 'birth-date', kind: 'differs', inCode: '01/01/80', fromPerson: '05/05/85' },
      { part: 'sex', kind: 'differs', inCode: 'M', fromPerson: 'F' },
    ]);
  });

  it('is compared through its omocodia', () => {
    expect(compareCodiceFiscale(code('RSSMRAULALMDSMNG'), rossi).every(({ kind }) => kind === 'equal')).toBe(true);
  });

  it('does not tell the century apart', () => {
    expect(compareCodiceFiscale(code('RSSMRA80A01D612Y'), { ...rossi, birthDate: day('1880-01-01') })[2]).toMatchObject({ kind: 'equal' });
  });

  it('tells nothing when it is provisional', () => {
    expect(compareCodiceFiscale(code('12345678903'), rossi).map(({ kind }) => kind)).toEqual(['not-told', 'not-told', 'not-told', 'not-told']);
  });
});

describe('composing a code for an invented person', () => {
  it('gives the code that the tax office’s rules describe', () => {
    const place = belfioreCodeOf('d612')!;
    expect(composeCodiceFiscale({ ...rossi, birthPlace: place }).value).toBe('RSSMRA80A01D612Y');
    expect(composeCodiceFiscale({ surname: 'Bianchi', name: 'Anna', birthDate: day('1985-05-05'), sex: 'F', birthPlace: place }).value).toBe('BNCNNA85E45D612V');
  });

  it('takes a place only in the form of a Belfiore code', () => {
    expect([belfioreCodeOf('Z404'), belfioreCodeOf('Firenze'), belfioreCodeOf('D61')]).toEqual(['Z404', undefined, undefined]);
  });
});
