// SPDX-License-Identifier: AGPL-3.0-or-later
import { wordsOutside, wordsOverlapping } from '../testing/page-checks';
import { faultsOf, itWith, textOf } from '../testing/pdf-tools';
import { renderDayRegister } from './day-register';
import type { RegisterData, RegisterMovement } from './register-data';
import { registerLines } from './register-lines';

const at = (minute: number): string => new Date(Date.UTC(2026, 10, 24, 8, minute)).toISOString();
const moved = (minute: number, wish: Partial<RegisterMovement> = {}): RegisterMovement => ({
  at: at(minute), kind: 'moved', from: 'loaded', to: 'held', first: '000419', last: '000419', count: 1, station: 'Postazione 1', caseNumber: 119, reason: null, ...wish,
});
const REGISTER: RegisterData = {
  language: 'it',
  body: 'Azienda sanitaria di esempio',
  desk: 'Sportello 2',
  place: 'Massa',
  day: '2026-11-24',
  printedAt: at(59),
  printedBy: 'L. Bini',
  isClosed: true,
  sum: { opening: 182, received: 500, transferredIn: 0, delivered: 1, spoiled: 1, destroyed: 0, transferredOut: 10, closing: { 'in-stock': 490, loaded: 179, printed: 0, held: 1 }, difference: 0 },
  movements: [
    moved(1, { kind: 'received', from: null, to: 'in-stock', first: '001001', last: '001500', count: 500, station: null, caseNumber: null }),
    moved(3),
    moved(4, { from: 'loaded', to: 'spoiled', first: '000420', last: '000420', reason: 'printer-trouble' }),
    moved(5, { kind: 'transferred-out', from: 'in-stock', to: null, first: '001001', last: '001010', count: 10, station: null, caseNumber: null }),
  ],
  counts: [{ at: at(0), occasion: 'opening', by: 'L. Bini', handedOverBy: null, cases: 2, differences: 0 }, { at: at(30), occasion: 'handover', by: 'M. Verdi', handedOverBy: 'L. Bini', cases: 1, differences: 1 }],
  matters: [{ at: at(31), kind: 'count-differs', ranges: [{ first: '000599', last: '000600' }], outcome: 'found', isClosed: false, signatures: [{ by: 'M. Verdi', reason: 'Erano sul tavolo' }] }],
  isTest: false,
};
const flat = (text: string) => text.replace(/\s+/g, ' ');

describe('the register of a day', () => {
  it('tells what happened in the order of the clock', () => {
    expect(registerLines(REGISTER).map(([time, fact, sheets, count]) => [time, fact, sheets, count])).toEqual([
      ['09:00', 'Apertura', '', ''],
      ['09:01', 'Ricevuti', '001001–001500', '500'],
      ['09:03', 'Caricato > In custodia', '000419', '1'],
      ['09:04', 'Caricato > Scartato', '000420', '1'],
      ['09:05', 'Inviati', '001001–001010', '10'],
      ['09:30', 'Cambio operatore', '', ''],
      ['09:31', 'Conteggio diverso', '000599–000600', '2'],
    ]);
    expect(registerLines(REGISTER)[6]?.[5]).toBe('ritrovati, in attesa di firma; M. Verdi: Erano sul tavolo');
    expect(registerLines({ ...REGISTER, language: 'en' })[3]).toEqual(['09:04', 'Loaded > Spoiled', '000420', '1', 'Postazione 1', 'case 119, printer']);
  });

  itWith(['pdftotext'], 'shows the sum, and whether it is one', async () => {
    const text = flat(textOf(await renderDayRegister(REGISTER), 1));
    for (const said of ['Registro dei fogli busta. Giornata del 24/11/2026', 'Azienda sanitaria di esempio, Sportello 2, Massa', 'La giornata torna: ogni foglio ha il suo posto.', 'Pagina 1 di 1', 'Firma di chi controlla']) expect(text).toContain(said);
    const astray = flat(textOf(await renderDayRegister({ ...REGISTER, isClosed: false, sum: { ...REGISTER.sum, difference: 2 } }), 1));
    expect(astray).toContain('La giornata non torna: due persone devono spiegarla. Differenza: 2.');
    expect(astray).toContain('Giornata non ancora chiusa');
  });

  itWith(['pdftotext', 'qpdf'], 'goes on over as many pages as it takes, with nothing outside and nothing over something else', async () => {
    const movements = Array.from({ length: 120 }, (_, index) => moved(index % 60, { reason: index % 5 === 0 ? 'printer-trouble' : null }));
    const file = await renderDayRegister({ ...REGISTER, movements, isTest: true });
    const last = flat(textOf(file, 4));
    expect(last).toContain('Pagina 4 di 4');
    expect(last).toContain('Firma dell’operatore');
    for (const page of [1, 2, 3, 4]) {
      expect(wordsOutside(file, page)).toEqual([]);
      expect(wordsOverlapping(file, page)).toEqual([]);
      expect(textOf(file, page)).toContain('Ambiente di prova');
    }
    expect(faultsOf(file)).toBe('');
  });

  itWith(['pdftotext'], 'of a day without movement says so', async () => {
    expect(flat(textOf(await renderDayRegister({ ...REGISTER, movements: [], counts: [], matters: [] }), 1))).toContain('Nessun movimento.');
  });
});
