// SPDX-License-Identifier: AGPL-3.0-or-later
import * as fc from 'fast-check';
import { idCarta } from '../testing/cards';
import { accepted, refused } from '../testing/outcomes';
import { luhnDigitOf } from '../text/luhn';
import { parseIdCarta, teamNumberOf } from './id-carta';
import { regionOf, REGIONS } from './regions';

describe('ID_Carta', () => {
  it('tells the type of card and the region that issued it', () => {
    expect(idCarta('609041207735801')).toMatchObject({
      type: 6,
      bearer: 'citizen',
      issuerCode: '090',
      region: { code: '090', name: 'Toscana' },
      warnings: [],
    });
  });

  it.each([
    ['5', 'citizen'],
    ['6', 'citizen'],
    ['7', 'citizen'],
    ['8', 'operator'],
    ['9', 'operator'],
  ])('that begins with %s is a card of a kind of bearer: %s', (type, bearer) => {
    expect(idCarta(`${type}09041207735801`).bearer).toBe(bearer);
  });

  it('of type 7 has an issuer of six digits and no region', () => {
    expect(idCarta('709041207735801')).toMatchObject({ issuerCode: '090412', region: undefined, warnings: [] });
  });

  it('with another last digit is a warning, and no refusal', () => {
    expect(accepted(parseIdCarta('6090412077358014')).warnings).toEqual([{ kind: 'id-carta-check-digit', found: '4', expected: '3' }]);
  });

  it('of a region that the table does not know is a warning', () => {
    expect(idCarta('699941207735801')).toMatchObject({ region: undefined, warnings: [{ kind: 'unknown-region', issuerCode: '999' }] });
  });

  it('is sixteen digits, the first from 5 to 9', () => {
    expect(refused(parseIdCarta('609041207735801'))).toEqual({ kind: 'bad-id-carta', reason: 'not-sixteen-digits' });
    expect(refused(parseIdCarta('60904120773580AB'))).toMatchObject({ reason: 'not-sixteen-digits' });
    expect(refused(parseIdCarta(' 6090412077358013'))).toMatchObject({ reason: 'not-sixteen-digits' });
    expect(refused(parseIdCarta('4090412077358013'))).toEqual({ kind: 'bad-id-carta', reason: 'unknown-type' });
  });
});

describe('the TEAM number', () => {
  it('is 8038000, twelve digits of ID_Carta and a check digit that makes the twenty pass Luhn', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[5-9][0-9]{14}$/), (firstFifteen) => {
        const team = teamNumberOf(idCarta(firstFifteen));
        expect(team).toHaveLength(20);
        expect(team.slice(0, 19)).toBe(`8038000${firstFifteen.slice(1, 13)}`);
        expect(luhnDigitOf(team.slice(0, 19))).toBe(team.slice(19));
      }),
    );
  });
});

it('the table of regions names each of the twenty-one issuers once', () => {
  expect(new Set(REGIONS.map(({ code }) => code)).size).toBe(21);
  expect(regionOf('042')).toEqual({ code: '042', name: 'Trento' });
  expect(regionOf('040')).toBeUndefined();
});
