// SPDX-License-Identifier: AGPL-3.0-or-later
import { recogniseScan } from './recognise-scan';

const TD1 = ['I<UTOD231458907<<<<<<<<<<<<<<<', '7408122F1204159UTO<<<<<<<<<<<6', 'ERIKSSON<<ANNA<MARIA<<<<<<<<<<'];

describe('a scan', () => {
  it.each([
    ['000419-K7P4XR', 'outer-code'],
    ['000419k7p4xr\n', 'outer-code'],
    ['P119-26', 'form'],
    ['D119-26', 'form'],
    ['g119-26', 'form'],
    ['RSSMRA80A01D612Y', 'codice-fiscale'],
    ['rss mra 80a01 d612 y', 'codice-fiscale'],
    ['RSSMRAULALMDSMNG', 'codice-fiscale'],
    ['12345678903', 'codice-fiscale'],
    ['*RSSMRA80A01D612Y*', 'codice-fiscale'],
    ['STP0901234567890', 'stp-eni'],
    ['eni 0901234567890', 'stp-eni'],
    ['STP090123456789', 'unknown'],
    [TD1.join('\r\n'), 'mrz'],
    [TD1.join(''), 'mrz'],
    ['', 'unknown'],
    ['000419', 'unknown'],
    ['RSSMRA80A01D612X', 'unknown'],
    ['80380000904120773580', 'unknown'],
    ['http://example.org/', 'unknown'],
  ])('of %j is told by its content: %s', (text, kind) => {
    expect(recogniseScan(text).kind).toBe(kind);
  });

  it('of a machine-readable zone gives its lines, whatever the scanner put between them', () => {
    for (const between of ['', '\n', '\r\n', '\t']) expect(recogniseScan(TD1.join(between))).toEqual({ kind: 'mrz', lines: TD1 });
  });

  it('carries what was read', () => {
    expect(recogniseScan('000419-k7p4xr')).toMatchObject({ outerCode: { controlNumber: '000419', suffix: 'K7P4XR' } });
    expect(recogniseScan('ENI0901234567890')).toEqual({ kind: 'stp-eni', code: 'ENI' });
    expect(recogniseScan('p119-26')).toMatchObject({ formNumber: { paper: 'form', caseNumber: 119, yearOfCentury: 26 } });
    expect(recogniseScan('D119-26')).toMatchObject({ formNumber: { paper: 'self-declaration' } });
    expect(recogniseScan('RSSMRAULALMDSMNG')).toMatchObject({ codiceFiscale: { base: 'RSSMRA80A01D612Y' } });
  });
});
