// SPDX-License-Identifier: AGPL-3.0-or-later
import { DOCUMENT_TYPES, ENVELOPE_LANGUAGES } from '@sportello/domain';
import { PAGE } from '../drawing/page';
import { wordsOutside, wordsOverlapping } from '../testing/page-checks';
import { faultsOf, itWith, scanCode39, textOf, wordsOf } from '../testing/pdf-tools';
import { itWithPreflight, preflight } from '../testing/preflight';
import { rendered } from '../testing/render';
import { FORM, HARD_NAMES, HEAD, PARENTS_FORM } from '../testing/sample-data';

const CITIZEN = 1;
const DESK = 2;
const flat = (text: string) => text.replace(/\s+/g, ' ');

describe('the single form', () => {
  itWith(['pdftotext'], 'comes in two copies that differ in whom they are for', async () => {
    const file = await rendered(FORM);
    const [citizen, desk] = [textOf(file, CITIZEN), textOf(file, DESK)];
    expect(citizen).toContain('Attivazione della TS-CNS · Titolare · ricevuta 2026-000884 · copia per il cittadino');
    expect(desk.replace('copia per lo sportello', 'copia per il cittadino')).toBe(citizen);
  });

  itWith(['pdftotext'], 'tells who, which card, by which document, and what is done', async () => {
    const text = flat(textOf(await rendered(FORM), CITIZEN));
    for (const said of [
      'ROSSI MARIA, nata il 01/01/1980 a Roma',
      'RSSMRA80A41H501Y',
      'AC2018, ID_Carta che finisce per 8013, scade il 20/05/2030',
      'Carta d’identità CIE, che finisce per 45AB',
      'Richiesta il 24 novembre 2026, ore 10:43. Modalità: diretta',
      'Numero 000419, da consegnare chiusa',
      'L. Bini, Sportello 2, Massa',
      'informativa sul trattamento dei dati (versione 3 del 1° settembre 2026)',
      'Chiama l’800 004477 con il CIP',
      'Titolare del trattamento: Azienda sanitaria di esempio',
    ]) {
      expect(text).toContain(said);
    }
  });

  itWith(['pdftotext'], 'names who asks beside whose card it is, by the document of who asks', async () => {
    const text = flat(textOf(await rendered(PARENTS_FORM), CITIZEN));
    for (const said of ['Attivazione della TS-CNS · Genitore di minore', 'Genitore ROSSI MARIA, nata il 01/01/1980 a Roma', 'Titolare BIANCHI LUCA, nato il 02/05/2016 a Massa', 'Modalità: responsabilità genitoriale', 'Chiedo l’attivazione della TS-CNS di BIANCHI LUCA.', 'Per tessere AC2018, si consegna con la busta']) {
      expect(text).toContain(said);
    }
    expect(text.indexOf('che finisce per 45AB')).toBeLessThan(text.indexOf('BIANCHI LUCA'));
  });

  itWith(['pdftotext'], 'says of new codes why they are asked for, and that the former ones end', async () => {
    const text = flat(textOf(await rendered({ ...FORM, purpose: 'duplicate', duplicateReason: 'pin-blocked' }), CITIZEN));
    for (const said of ['Duplicato PIN/PUK della TS-CNS · Titolare', 'Motivo: PIN bloccato', 'quelli di prima non valgono più']) expect(text).toContain(said);
  });

  itWith(['pdftoppm', 'zbarimg'], 'bears its number as Code 39 on both copies', async () => {
    const file = await rendered(FORM);
    for (const page of [CITIZEN, DESK]) expect(scanCode39(file, page)).toEqual(['P119-26']);
  });

  itWith(['pdftoppm', 'zbarimg'], 'bears the longest number a case can have', async () => {
    expect(scanCode39(await rendered({ ...FORM, formNumber: 'P999999999-26' }), DESK)).toEqual(['P999999999-26']);
  });

  itWith(['pdftotext'], 'says nato of a man', async () => {
    const text = flat(textOf(await rendered({ ...FORM, holder: { ...FORM.holder, fullName: 'ROSSI MARIO', sex: 'M' } }), CITIZEN));
    expect(text).toContain('ROSSI MARIO, nato il');
  });

  itWith(['pdftotext'], 'leaves out what is not known: birth place, card type', async () => {
    const file = await rendered({ ...FORM, holder: { ...FORM.holder, birthPlace: '' }, card: { ...FORM.card, type: null } });
    const text = textOf(file, CITIZEN);
    expect(text).toMatch(/nata il 01\/01\/1980$/m);
    expect(text).toMatch(/^ID_Carta che finisce per 8013/m);
  });

  itWith(['pdftotext'], 'leaves a hand’s height to sign in', async () => {
    const words = wordsOf(await rendered(FORM), CITIZEN);
    const label = words.find(({ text }) => text === 'Luogo')!;
    const above = Math.max(...words.filter(({ bottom }) => bottom < label.top).map(({ bottom }) => bottom));
    expect(label.top - above).toBeGreaterThan(40);
  });

  itWith(['pdftotext'], 'says on top of both copies that it is a test, and only then', async () => {
    const [test, real] = await Promise.all([true, false].map((isTest) => rendered(FORM, { head: { ...HEAD, isTest } })));
    for (const page of [CITIZEN, DESK]) {
      expect(textOf(test!, page)).toContain('Ambiente di prova');
      expect(textOf(real!, page)).not.toContain('Ambiente di prova');
    }
  });

  for (const fullName of HARD_NAMES) {
    itWith(['pdftotext'], `keeps a name inside the margins and whole: ${fullName.slice(0, 30)}`, async () => {
      const file = await rendered({ ...FORM, holder: { ...FORM.holder, fullName } });
      expect(textOf(file, CITIZEN).replace(/\s/g, '')).toContain(fullName.replace(/\s/g, ''));
      expect(wordsOutside(file, CITIZEN)).toEqual([]);
      expect(wordsOverlapping(file, CITIZEN)).toEqual([]);
    });
  }

  itWith(['pdftotext'], 'stays on its page when everything is long', async () => {
    const long = 'Azienda unità sanitaria locale della Toscana nord ovest, zona delle Apuane e della Lunigiana, ';
    const head = { ...HEAD, body: long.repeat(2), desk: { name: long, place: 'Casola in Lunigiana' }, controller: long.repeat(2), noticeVersion: long };
    const holder = { ...FORM.holder, fullName: HARD_NAMES[2], birthPlace: 'San Giovanni Lupatoto di Sotto al Monte Giovanni XXIII' };
    const file = await rendered({ ...FORM, operator: long, holder, document: { type: 'heating-plant-licence', last4: '45AB' } }, { head });
    expect(wordsOutside(file, CITIZEN)).toEqual([]);
    expect(wordsOverlapping(file, CITIZEN)).toEqual([]);
    expect(Math.max(...wordsOf(file, CITIZEN).map(({ bottom }) => bottom))).toBeLessThan(PAGE.height - 20);
  });

  itWith(['pdftotext'], 'is whole in English', async () => {
    const file = await rendered(FORM, { language: 'en' });
    const text = flat(textOf(file, CITIZEN));
    expect(text).toContain('Request, privacy notice and receipt');
    expect(text).toContain('copy for the citizen');
    expect(text).toContain('Requested on 24 November 2026 at 10:43. Mode: direct');
    expect(wordsOverlapping(file, CITIZEN)).toEqual([]);
  });

  itWith(['pdftotext'], 'is kept at the desk in Italian, whatever the citizen reads', async () => {
    const [german, italian] = [await rendered(FORM, { language: 'de' }), await rendered(FORM)];
    expect(textOf(german, DESK)).toBe(textOf(italian, DESK));
    expect(textOf(german, CITIZEN)).not.toBe(textOf(italian, CITIZEN));
  });

  it('tells a screen reader the language of each copy', async () => {
    const file = (await rendered(FORM, { language: 'de' })).toString('latin1');
    expect([...file.matchAll(/\/Lang \((de|it)\)/g)].map(([, language]) => language)).toEqual(expect.arrayContaining(['de', 'it']));
  });

  itWith(['pdftotext'], 'names each document in words', async () => {
    for (const type of DOCUMENT_TYPES) {
      const text = textOf(await rendered({ ...FORM, document: { type, last4: '45AB' } }), DESK);
      expect(text).toMatch(/^[A-Z][a-zà’ A-Z]+, che finisce per 45AB$/m);
    }
  });

  itWith(['pdftotext'], 'is whole in German', async () => {
    const file = await rendered(FORM, { language: 'de' });
    const text = flat(textOf(file, CITIZEN));
    expect(text).toContain('Antrag, Datenschutzhinweis und Empfangsbestätigung');
    expect(text).toContain('Beantragt am 24. November 2026 um 10:43 Uhr. Art: direkt');
    expect(wordsOutside(file, CITIZEN)).toEqual([]);
    expect(wordsOverlapping(file, CITIZEN)).toEqual([]);
  });

  itWithPreflight('is PDF/A-1b to Apache PDFBox, in every language', async () => {
    const files = new Map<string, Buffer>();
    for (const language of ENVELOPE_LANGUAGES) files.set(language, await rendered({ ...FORM, holder: { ...FORM.holder, fullName: HARD_NAMES[2] } }, { language }));
    expect(preflight(files)).toEqual({});
  });

  itWith(['qpdf'], 'is sound to qpdf', async () => {
    expect(faultsOf(await rendered(FORM))).toBe('');
  });
});
