// SPDX-License-Identifier: AGPL-3.0-or-later
import type { RegisterData } from '@sportello/paper';
import { registerCsv } from './register-csv';

const day = (by: string): RegisterData => ({
  language: 'it', body: 'ASL', desk: 'Sportello 2', place: 'Massa', day: '2026-11-24', printedAt: '2026-11-24T09:00:00Z', printedBy: 'L. Bini', isClosed: true,
  sum: { opening: 0, received: 0, transferredIn: 0, delivered: 0, spoiled: 0, destroyed: 0, transferredOut: 0, closing: { 'in-stock': 0, loaded: 0, printed: 0, held: 0 }, difference: 0 },
  movements: [{ at: '2026-11-24T08:00:00Z', kind: 'received', from: null, to: 'in-stock', first: '000001', last: '000002', count: 2, station: by, caseNumber: null, reason: null }],
  counts: [], matters: [], isTest: false,
});
const second = (by: string): string | undefined => registerCsv(day(by)).split('\r\n')[1];

describe('the register for spreadsheets', () => {
  it('ends each line with CRLF, the last one too, and keeps the zeros of a number', () => {
    expect(registerCsv(day('Banco'))).toBe('"Ora","Fatto","Fogli","N.","Dove","Nota"\r\n"09:00","Ricevuti","000001–000002","2","Banco",""\r\n');
  });

  it('doubles a quote, and leaves a comma and a line break inside their field', () => {
    expect(second('Il "Banco", in fondo')).toBe('"09:00","Ricevuti","000001–000002","2","Il ""Banco"", in fondo",""');
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx'])('lets no field be a formula: %j', (name) => {
    expect(second(name)).toContain(`,"'${name}",`);
  });
});
