// SPDX-License-Identifier: AGPL-3.0-or-later
import { compactCapitals } from './compact-capitals';
import { foldAsIcao, foldLetters } from './fold-letters';
import { luhnDigitOf } from './luhn';

describe('a name without its marks', () => {
  it.each([
    ['Nicolò', 'NICOLO'],
    ["NICOLO'", 'NICOLO'],
    ['D’Angelo', 'DANGELO'],
    ["D'ANGELO", 'DANGELO'],
    ['De  Luca\t', 'DE LUCA'],
    ['Rossi-Bianchi', 'ROSSI BIANCHI'],
    ['Müller', 'MULLER'],
    ['Groß', 'GROSS'],
    ['Łukasz Ørsted', 'LUKASZ ORSTED'],
    ['ANNA<MARIA', 'ANNA MARIA'],
  ])('%j is %j', (name, folded) => {
    expect(foldLetters(name)).toBe(folded);
  });

  it.each([
    ['Müller', 'MUELLER'],
    ['Mu\u0308ller', 'MUELLER'],
    ['Ørsted', 'OERSTED'],
    ['Nicolò', 'NICOLO'],
  ])('%j is %j in a machine-readable zone', (name, folded) => {
    expect(foldAsIcao(name)).toBe(folded);
  });
});

it('a code loses its blanks and gains capitals, and no letter becomes two', () => {
  expect(compactCapitals(' rss mra\t80a41 ')).toBe('RSSMRA80A41');
  expect(compactCapitals('ß')).toBe('ß');
});

it('Luhn’s digit completes known numbers', () => {
  expect(luhnDigitOf('7992739871')).toBe('3');
  expect(luhnDigitOf('0000000000')).toBe('0');
});
