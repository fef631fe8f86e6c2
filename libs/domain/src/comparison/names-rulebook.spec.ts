// SPDX-License-Identifier: AGPL-3.0-or-later
import * as fc from 'fast-check';
import { accepted } from '../testing/outcomes';
import { day } from '../testing/dates';
import { anyName } from '../testing/people';
import { parseCodiceFiscale } from '../codice-fiscale/parse-codice-fiscale';
import { compareIdentity } from './compare-identity';
import { compareGivenNames, compareSurnames } from './compare-names';
import { mayBeTransliterations } from './romanisation';

describe('the rule book of surnames', () => {
  it.each([
    // chip, document, finding
    ['ROSSI', 'ROSSI IN BIANCHI', { kind: 'married-name', names: ['BIANCHI'] }],
    ['ROSSI', 'Rossi coniugata Bianchi', { kind: 'married-name', names: ['BIANCHI'] }],
    ['ROSSI', 'ROSSI EP. BIANCHI', { kind: 'married-name', names: ['BIANCHI'] }],
    ['ROSSI', 'ROSSI VED. BIANCHI', { kind: 'married-name', names: ['BIANCHI'] }],
    ['ROSSI', 'BIANCHI NATA ROSSI', { kind: 'married-name', names: ['BIANCHI'] }],
    ['MUELLER', 'SCHMIDT GEB. MÜLLER', { kind: 'married-name', names: ['SCHMIDT'] }],
    ['ROSSI IN BIANCHI', 'ROSSI', { kind: 'married-name', names: ['BIANCHI'] }],
    ['ROSSI', 'VERDI IN BIANCHI', { kind: 'differs' }],
    ['ROSSI', 'ROSSI BIANCHI', { kind: 'second-surname-more', names: ['BIANCHI'] }],
    ['GARCIA LOPEZ', 'GARCÍA', { kind: 'second-surname-less', names: ['LOPEZ'] }],
    ['ROSSI', 'ROSSI-BIANCHI', { kind: 'second-surname-more', names: ['BIANCHI'] }],
    ['ROSSI BIANCHI', 'ROSSI-BIANCHI', { kind: 'equal-but-for-accents' }],
    ['ROSSI BIANCHI', 'BIANCHI ROSSI', { kind: 'other-order' }],
    ['ROSSI-BIANCHI', 'Bianchi - Rossi', { kind: 'other-order' }],
    ['BIANCHI', 'ROSSI BIANCHI', { kind: 'differs' }],
    ['MÜLLER', 'MUXXLLER', { kind: 'equal-but-for-accents' }],
    ['NUÑEZ', 'NUNXXEZ', { kind: 'equal-but-for-accents' }],
    ['Þórsson', 'THORSSON', { kind: 'equal-but-for-accents' }],
    ['GROẞ', 'GROSS', { kind: 'equal-but-for-accents' }],
    ['ŞAHİN', 'SAHIN', { kind: 'equal-but-for-accents' }],
    ['SHEVCHENKO', 'SEVCENKO', { kind: 'transliteration' }],
    ['SHCHERBAK', 'SCERBAK', { kind: 'transliteration' }],
    ['KHARCHENKO', 'HARCHENKO', { kind: 'transliteration' }],
    ['ROSSI', 'RUSSI', { kind: 'differs' }],
    ['BIANCHI', 'BIANCO', { kind: 'differs' }],
  ])('%j on the chip and %j on paper', (chip, document, finding) => {
    expect(compareSurnames(chip, document)).toEqual(finding);
  });
});

describe('the rule book of given names', () => {
  it.each([
    ['YURIY', 'IURII', { kind: 'transliteration' }],
    ['YURIY', 'JURIJ', { kind: 'transliteration' }],
    ['OLEKSANDR', 'OLEXANDR', { kind: 'transliteration' }],
    ['YEVHENIIA', 'EVHENIYA', { kind: 'transliteration' }],
    ['CHRISTOS', 'HRISTOS', { kind: 'transliteration' }],
    ['GEORGIOS', 'YEORYIOS', { kind: 'differs' }],
    ['MOHAMED', 'MUHAMMAD', { kind: 'transliteration' }],
    ['AHMAD', 'AHMED', { kind: 'transliteration' }],
    ['KHALID', 'KHALED', { kind: 'transliteration' }],
    ['FATIMA', 'FATIMAH', { kind: 'transliteration' }],
    ['MARIA LUISA', 'LUISA MARIA', { kind: 'other-order' }],
    ['MARIA', 'MARIO', { kind: 'differs' }],
    ['ANNA', 'MARIA', { kind: 'differs' }],
    ['LUCA', 'LUIGI', { kind: 'differs' }],
    ['ANDREA', 'ANDREI', { kind: 'differs' }],
  ])('%j on the chip and %j on paper', (chip, document, finding) => {
    expect(compareGivenNames(chip, document)).toEqual(finding);
  });
});

const code = accepted(parseCodiceFiscale('RSSMRA80A01D612Y'));
const compare = (chip: readonly [string, string], paper: readonly [string, string], isNameCutOff = false) => {
  const shared = { birthDate: day('1980-01-01'), codiceFiscale: code };
  const rows = compareIdentity({ surname: chip[0], name: chip[1], ...shared }, { surname: paper[0], name: paper[1], isNameCutOff, ...shared });
  return rows.slice(0, 2).map(({ finding, needsDecision }) => `${finding.kind}${needsDecision ? ', to decide' : ''}`);
};

describe('surname and name together', () => {
  it.each([
    [['PAPANDROPOULOS', 'JONATHON ALEXANDER'], ['PAPANDROPOULOS', 'JONATHON ALEXA'], ['cut-off', 'cut-off']],
    [['NILAVADHANANANDACHAYAPHADSONGKLA', 'ANNA'], ['NILAVADHANANANDACHAYAPHADSONGK', ''], ['cut-off', 'cut-off']],
    [['PAPANDROPOULOS', 'JONATHON MARK'], ['PAPANDROPOULOS', 'JONATHON ALEXA'], ['equal', 'differs, to decide']],
  ] as const)('%j cut off as %j', (chip, paper, findings) => {
    expect(compare(chip, paper, true)).toEqual(findings);
  });

  it('are not excused by a field that was not full', () => {
    expect(compare(['ROSSI', 'MARIA LUISA'], ['ROSSI', 'MARIA'], true)).toEqual(['equal', 'second-name-less, to decide']);
    expect(compare(['PAPANDROPOULOS', 'JONATHON ALEXANDER'], ['PAPANDROPOULOS', 'JONATHON ALEXA'])).toEqual(['equal', 'differs, to decide']);
  });

  it('that have changed places are told as such in both rows', () => {
    expect(compare(['ROSSI', 'MARIA'], ['MARIA', 'ROSSI'])).toEqual(['swapped, to decide', 'swapped, to decide']);
    expect(compare(['DIANA', 'DIANA'], ['DIANA', 'DIANA'])).toEqual(['equal', 'equal']);
  });
});

describe('whatever the names', () => {
  it('a name is equal to itself, in any case and with any blanks', () => {
    fc.assert(fc.property(anyName, (name) => expect(compareSurnames(name, ` ${name.toLowerCase()}  `)).toEqual({ kind: 'equal' })));
  });

  it('two names in the other order are told as such, unless they are alike', () => {
    fc.assert(
      fc.property(anyName, anyName, (a, b) => {
        fc.pre(a !== b && `${a}${b}` !== `${b}${a}`);
        const { kind } = compareGivenNames(`${a} ${b}`, `${b} ${a}`);
        expect(['other-order', 'second-name-more', 'second-name-less']).toContain(kind);
      }),
    );
  });

  it('a spouse’s surname never hides another own one', () => {
    fc.assert(
      fc.property(anyName, anyName, anyName, (own, other, spouse) => {
        const { kind } = compareSurnames(own, `${other} IN ${spouse}`);
        expect(kind === 'married-name').toBe(own === other);
      }),
    );
  });

  it('a likeness of spellings is the same from either side, and none of a name with itself', () => {
    fc.assert(
      fc.property(anyName, anyName, (a, b) => {
        expect(mayBeTransliterations(a, b)).toBe(mayBeTransliterations(b, a));
        expect(mayBeTransliterations(a, a)).toBe(false);
      }),
    );
  });

  it('what was cut off must agree as far as it goes', () => {
    const long = fc.string({ unit: fc.constantFrom(...Array.from('ABCDEFGHIKLMNOPRSTUV')), minLength: 32, maxLength: 40 });
    fc.assert(
      fc.property(long, fc.integer({ min: 30, max: 31 }), (surname, places) => {
        expect(compare([surname, 'ANNA'], [surname.slice(0, places), ''], true)).toEqual(['cut-off', 'cut-off']);
        const [finding] = compare([surname, 'ANNA'], [`Z${surname.slice(1, places)}`, ''], true);
        expect(finding).not.toBe('cut-off');
      }),
    );
  });
});
