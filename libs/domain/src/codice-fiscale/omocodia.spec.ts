// SPDX-License-Identifier: AGPL-3.0-or-later
import * as fc from 'fast-check';
import { accepted } from '../testing/outcomes';
import { anyCodiceFiscale } from '../testing/people';
import type { RegularCodiceFiscale } from './codice-fiscale';
import { isSamePerson } from './compare-codice-fiscale';
import { omocodesOf } from './omocodia';
import { parseCodiceFiscale } from './parse-codice-fiscale';

const regular = (text: string) => accepted(parseCodiceFiscale(text)) as RegularCodiceFiscale;

const FAMILIES = {
  RSSMRA45C12F205C: ['RSSMRA45C12F20RX', 'RSSMRA45C12F2L5N', 'RSSMRA45C12F2LRI', 'RSSMRAQRCMNFNLRG'],
  RSSMRA80A01D612Y: [
    'RSSMRA80A01D61NN',
    'RSSMRA80A01D6MNY',
    'RSSMRA80A01DSMNV',
    'RSSMRA80A0MDSMNN',
    'RSSMRA80ALMDSMNY',
    'RSSMRA8LALMDSMNJ',
    'RSSMRAULALMDSMNG',
  ],
};

describe.each(Object.entries(FAMILIES))('the omocodes of %s', (base, omocodes) => {
  it.each(omocodes)('have among them %s, which leads back to it', (omocode) => {
    expect(regular(omocode)).toMatchObject({ isOmocode: true, base });
    expect(omocodesOf(regular(base))).toContain(omocode);
  });
});

describe('any valid codice fiscale', () => {
  it('has 127 omocodes, all different, valid, and naming the same person', () => {
    fc.assert(
      fc.property(anyCodiceFiscale, (codiceFiscale) => {
        const omocodes = omocodesOf(codiceFiscale);
        expect(new Set(omocodes).size).toBe(127);
        expect(omocodes).not.toContain(codiceFiscale.value);
        for (const omocode of omocodes.map(regular)) {
          expect(omocode.isOmocode).toBe(true);
          expect(isSamePerson(omocode, codiceFiscale)).toBe(true);
          const { birth, sex, birthPlace } = codiceFiscale;
          expect(omocode).toMatchObject({ birth, sex, birthPlace });
        }
      }),
      { numRuns: 30 },
    );
  });

  it('gives the same 127 whichever of the family is asked', () => {
    const [first, ...others] = omocodesOf(regular('RSSMRA80A01D612Y'));
    expect(omocodesOf(regular(first!))).toEqual([first, ...others]);
  });
});

describe('two codes', () => {
  it('of different people are not the same person', () => {
    expect(isSamePerson(regular('RSSMRA80A01D612Y'), regular('RSSMRA45C12F205C'))).toBe(false);
  });

  it('that are provisional are the same person only when they are equal', () => {
    const [one, other] = [accepted(parseCodiceFiscale('12345678903')), accepted(parseCodiceFiscale('00000000000'))];
    expect(isSamePerson(one, one)).toBe(true);
    expect(isSamePerson(one, other)).toBe(false);
    expect(isSamePerson(one, regular('RSSMRA80A01D612Y'))).toBe(false);
  });
});
