// SPDX-License-Identifier: AGPL-3.0-or-later
import { CASE_KINDS, DECLARATIONS, RETURN_REASONS } from '@sportello/domain';
import { itWith, textOf } from '../testing/pdf-tools';
import { rendered } from '../testing/render';
import { EVERY_PAPER, HEAD } from '../testing/sample-data';
import type { PaperData } from './paper-data';

const flat = (text: string) => text.replace(/\s+/g, ' ');
const said = async (name: string, change: object = {}): Promise<string> => flat(textOf(await rendered({ ...EVERY_PAPER[name], ...change } as PaperData), 1));

describe('what the papers say', () => {
  itWith(['pdftotext'], 'a receipt tells as done what is done, and that the envelope still waits when it does', async () => {
    const receipt = await said('receipt');
    expect(receipt).toContain('Consegna Busta consegnata il 24 novembre 2026, ore 10:51');
    expect(receipt).not.toContain('da consegnare');
    expect(await said('receipt-undelivered')).toContain('Busta non ancora consegnata');
  });

  itWith(['pdftotext'], 'every declaration tells what is declared, for which cards, and what happens to who declares what is not true', async () => {
    for (const declaration of DECLARATIONS) {
      const text = await said('declaration-guardian', { declaration });
      for (const part of ['Dichiaro di', 'BIANCHI LUCA', 'ID_Carta che finisce per 8021', 'art. 76 del DPR 445/2000', 'Firma di chi dichiara']) expect(text).toContain(part);
      expect(text).toContain(declaration === 'loss-of-codes' ? 'art. 47 del DPR' : 'art. 46 del DPR');
    }
    expect(await said('declaration-parent')).toContain('responsabilità genitoriale');
    for (const part of ['Numero 1234/2025', 'Data 10/03/2025', 'Tribunale Tribunale di Massa', 'i poteri conferiti comprendono questo atto']) expect(await said('declaration-administrator')).toContain(part);
    expect(await said('declaration-loss')).toContain('Motivo: busta smarrita.');
  });

  itWith(['pdftotext'], 'a declaration that counts for the cards of a visit has lines for those that nobody has seen yet, and one for a single card has none', async () => {
    const further = async (name: string, change: object = {}) => (await said(name, change)).split('Altra tessera, a mano').length - 1;
    expect(await further('declaration-guardian')).toBe(2);
    expect(await further('declaration-parent')).toBe(0);
    expect(await further('declaration-administrator')).toBe(0);
    expect(await further('declaration-loss')).toBe(0);
  });

  itWith(['pdftotext'], 'who cannot sign makes a mark before an official, who attests it', async () => {
    for (const part of ['Segno di chi dichiara', 'art. 4 del DPR 445/2000', 'Firma del pubblico ufficiale', 'Testimone, se presente']) expect(await said('declaration-curator')).toContain(part);
    expect(await said('declaration-guardian')).not.toContain('pubblico ufficiale');
  });

  itWith(['pdftotext'], 'a delegation is for the codes alone, and asks never which impediment', async () => {
    for (const name of ['delegation', 'delegation-blank']) {
      for (const part of ['non è una procura generale', 'PIN, PUK e CIP', 'Non serve dire quali', 'la copia di un documento d’identità']) expect(await said(name)).toContain(part);
    }
    expect(await said('delegation')).toContain('Cognome e nome ROSSI MARIA');
  });

  itWith(['pdftotext'], 'the leaflet names the software of the card’s own type, and asks the help desk where nobody knows it', async () => {
    expect(await said('leaflet')).toContain('tessere AC2018 (il tipo è scritto in alto a sinistra): IDProtect (Athena/Actalis).');
    expect(await said('leaflet', { cardType: 'ACE2025', software: null })).toContain('Il software per tessere ACE2025: chiedi quale all’help desk.');
    const back = flat(textOf(await rendered(EVERY_PAPER['leaflet']!), 2));
    for (const part of ['livello 2 o superiore', 'persona fisica', '800 263388', 'INPS']) expect(back).toContain(part);
  });

  itWith(['pdftotext'], 'a slip gives every reason in words, and names nobody', async () => {
    for (const reason of RETURN_REASONS) expect(await said('return-slip', { reason })).toMatch(/Perché oggi non si è potuto [A-Z].{20,}Dove e quando/);
    expect(await said('return-slip-priority')).toContain('Pratica 119 Mostra questo foglio');
  });

  itWith(['pdftotext'], 'what to bring is told for every kind of case', async () => {
    for (const kind of CASE_KINDS) expect(await said('what-to-bring', { kind })).toMatch(/Chi viene .*Che cosa si porta La tessera .*Che cosa si firma qui La richiesta/);
    expect(await said('what-to-bring-administrator')).toMatch(/Un supervisore guarda.*Si fa solo presso: ASL, aziende ospedaliere, Comuni e URP\./);
  });

  itWith(['pdftotext'], 'the body’s own help desk stands on its papers, and the region’s where it names none', async () => {
    const head = { ...HEAD, helpDesk: { phone: '0585 000000', hours: 'lunedì 9–13' } };
    const text = flat(textOf(await rendered(EVERY_PAPER['return-slip']!, { head }), 1));
    expect(text).toContain('Help desk TS-CNS 0585 000000 · lunedì 9–13');
    expect(await said('return-slip')).toContain('800 004477');
  });

  itWith(['pdftotext'], 'a theft or a loss is declared by whoever stands there, for their own card or another’s, to be signed', async () => {
    for (const part of ['Dichiarazione sostitutiva di atto di notorietà', 'ROSSI MARIA', 'mi è stata rubata', '00000018', '24 novembre 2026, ore 09:12:33', 'di chi dichiara', 'Firma di chi dichiara']) expect(await said('revocation-declaration')).toContain(part);
    for (const part of ['è stata smarrita', 'della persona che chi dichiara rappresenta']) expect(await said('revocation-declaration-for-another')).toContain(part);
  });

  itWith(['pdftotext'], 'a request for revocation has its number and the second in which it was asked for', async () => {
    for (const part of ['R26-000419-K', '24 novembre 2026, ore 10:43:07', 'Smarrimento', '00000018', 'La richiesta parte subito']) expect(await said('revocation-receipt')).toContain(part);
  });

  itWith(['pdftotext'], 'a sale is no fiscal document, and says so', async () => {
    for (const part of ['Quantità 2', 'Imponibile 7,00 €', 'IVA 22 % 1,54 €', 'Totale 8,54 €', 'Non è un documento fiscale.']) expect(await said('sale-receipt')).toContain(part);
  });
});
