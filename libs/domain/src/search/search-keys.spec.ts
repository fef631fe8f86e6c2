// SPDX-License-Identifier: AGPL-3.0-or-later
import { parseCodiceFiscale } from '../codice-fiscale/parse-codice-fiscale';
import { omocodesOf } from '../codice-fiscale/omocodia';
import { accepted, refused } from '../testing/outcomes';
import { searchKeysOf } from './search-keys';

const kindsOf = (text: string): readonly string[] => accepted(searchKeysOf(text)).map(({ kind }) => kind);

describe('a search knows by content alone', () => {
  it.each([
    ['RSSMRA80A41H501Y', ['person']],
    ['rss mra 80a41 h501 y', ['person']],
    ['6090 4120 7735 8013', ['id-carta']],
    ['77358013', ['id-carta-ending']],
    ['000419', ['sheet']],
    ['000419-K7P4XR', ['sheet']],
    ['2026-000884', ['receipt']],
    ["2026'000884", ['receipt']],
    ['P119-26', ['case']],
    ['119', ['case']],
  ])('%s is %s', (text, kinds) => {
    expect(kindsOf(text)).toEqual(kinds);
  });

  it('six digits as both a sheet’s and a case’s number', () => {
    expect(accepted(searchKeysOf('100050'))).toEqual([
      { kind: 'sheet', controlNumber: '100050' },
      { kind: 'case', caseNumber: 100050, yearOfCentury: null },
    ]);
  });

  it('a form’s number with its year', () => {
    expect(accepted(searchKeysOf('P119-26'))).toEqual([{ kind: 'case', caseNumber: 119, yearOfCentury: 26 }]);
  });

  it('one person by each of the 128 spellings of their code', () => {
    const code = accepted(parseCodiceFiscale('RSSMRA80A41H501Y'));
    const [omocode] = code.kind === 'regular' ? omocodesOf(code) : [];
    const [asWritten] = accepted(searchKeysOf('RSSMRA80A41H501Y'));
    const [asOmocode] = accepted(searchKeysOf(omocode ?? ''));
    expect(asOmocode).toEqual(asWritten);
    expect(asWritten).toMatchObject({ kind: 'person' });
    expect(new Set(asWritten?.kind === 'person' ? asWritten.codes : []).size).toBe(128);
  });

  it.each([[''], ['Rossi Maria'], ['RSSMRA80A41H501X'], ['12345'.repeat(5)], ['2026-884']])('nothing in %j', (text) => {
    expect(refused(searchKeysOf(text))).toEqual({ kind: 'search-not-understood' });
  });
});
