// SPDX-License-Identifier: AGPL-3.0-or-later
import { day } from '../testing/dates';
import { accepted } from '../testing/outcomes';
import { parseCodiceFiscale } from '../codice-fiscale/parse-codice-fiscale';
import { compareIdentity } from './compare-identity';
import type { PersonOnChip, PersonOnPaper } from './compare-identity';
import { compareGivenNames, compareSurnames } from './compare-names';

const code = (text: string) => accepted(parseCodiceFiscale(text));

const CHIP: PersonOnChip = { surname: 'ROSSI', name: 'MARIA', birthDate: day('1980-01-01'), codiceFiscale: code('RSSMRA80A01D612Y') };

const beside = (document: Partial<PersonOnPaper>) => compareIdentity(CHIP, { ...CHIP, ...document });
const rowOf = (part: string, document: Partial<PersonOnPaper>) => beside(document).find((row) => row.part === part);

describe('a surname', () => {
  it.each([
    ['ROSSI', 'Rossi ', 'equal'],
    ['NICOLO\u0300', 'NICOLÒ', 'equal'],
    ["NICOLO'", 'Nicolò', 'equal-but-for-accents'],
    ["D'ANGELO", 'D ANGELO', 'equal-but-for-accents'],
    ['DE LUCA', 'DELUCA', 'equal-but-for-accents'],
    ['ROSSI-BIANCHI', 'ROSSI  BIANCHI', 'equal-but-for-accents'],
    ['MÜLLER', 'MUELLER', 'equal-but-for-accents'],
    ['MULLER', 'MÜLLER', 'equal-but-for-accents'],
    ['ROSSI', 'RUSSI', 'differs'],
    ['ROSSI', ' ', 'missing'],
  ])('%j on the chip and %j on paper: %s', (chip, document, kind) => {
    expect(compareSurnames(chip, document)).toEqual({ kind });
  });
});

describe('a given name', () => {
  it.each([
    ['MARIA', 'MARIA LUISA', { kind: 'second-name-more', names: ['LUISA'] }],
    ['MARIA', 'Maria, Luisa Anna', { kind: 'second-name-more', names: ['LUISA', 'ANNA'] }],
    ['MARIA LUISA', 'MARIA', { kind: 'second-name-less', names: ['LUISA'] }],
    ["NICOLO'", 'NICOLÒ MARIA', { kind: 'second-name-more', names: ['MARIA'] }],
    ['MARIA-LUISA', 'MARIA', { kind: 'second-name-less', names: ['LUISA'] }],
    ['MARIAGRAZIA', 'MARIA GRAZIA', { kind: 'equal-but-for-accents' }],
    ['MARIA', 'LUISA MARIA', { kind: 'differs' }],
    ['MARIA', 'MARIANNA', { kind: 'differs' }],
    ['', 'MARIA', { kind: 'differs' }],
    ['', '', { kind: 'equal' }],
    ['MARIA', '', { kind: 'missing' }],
  ])('%j on the chip and %j on paper', (chip, document, finding) => {
    expect(compareGivenNames(chip, document)).toEqual(finding);
  });
});

describe('chip and document side by side', () => {
  it('are four rows with both values, and nothing to decide when they agree', () => {
    expect(beside({})).toEqual([
      { part: 'surname', chip: 'ROSSI', document: 'ROSSI', finding: { kind: 'equal' }, needsDecision: false },
      { part: 'name', chip: 'MARIA', document: 'MARIA', finding: { kind: 'equal' }, needsDecision: false },
      { part: 'birthDate', chip: '1980-01-01', document: '1980-01-01', finding: { kind: 'equal' }, needsDecision: false },
      { part: 'codiceFiscale', chip: 'RSSMRA80A01D612Y', document: 'RSSMRA80A01D612Y', finding: { kind: 'equal' }, needsDecision: false },
    ]);
  });

  it('leave a second name to the operator, and an accent not', () => {
    expect(rowOf('name', { name: 'MARIA LUISA' })).toMatchObject({ finding: { kind: 'second-name-more' }, needsDecision: true });
    expect(rowOf('name', { name: 'MARÌA' })).toMatchObject({ finding: { kind: 'equal-but-for-accents' }, needsDecision: false });
  });

  it('leave another birth date, or none, to the operator', () => {
    expect(rowOf('birthDate', { birthDate: day('1980-01-02') })).toMatchObject({ finding: { kind: 'differs' }, needsDecision: true });
    expect(rowOf('birthDate', { birthDate: undefined })).toMatchObject({ document: '', finding: { kind: 'missing' }, needsDecision: true });
  });

  it('know an omocode for the same person', () => {
    expect(rowOf('codiceFiscale', { codiceFiscale: code('RSSMRAULALMDSMNG') })).toMatchObject({ finding: { kind: 'omocode' }, needsDecision: false });
    expect(rowOf('codiceFiscale', { codiceFiscale: code('RSSMRA45C12F205C') })).toMatchObject({ finding: { kind: 'differs' }, needsDecision: true });
  });

  it('say of a provisional code that it tells nothing, and leave it to the operator', () => {
    expect(rowOf('codiceFiscale', { codiceFiscale: code('12345678903') })).toMatchObject({ finding: { kind: 'provisional-code' }, needsDecision: true });
    const [, , , row] = compareIdentity({ ...CHIP, codiceFiscale: code('12345678903') }, { ...CHIP, codiceFiscale: code('12345678903') });
    expect(row).toMatchObject({ finding: { kind: 'equal' }, needsDecision: false });
  });

  it('do not ask for a codice fiscale that most documents do not bear', () => {
    expect(rowOf('codiceFiscale', { codiceFiscale: undefined })).toMatchObject({ document: '', finding: { kind: 'missing' }, needsDecision: false });
  });
});
