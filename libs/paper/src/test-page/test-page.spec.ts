// SPDX-License-Identifier: AGPL-3.0-or-later
import { ENVELOPE_LANGUAGES, parseFormNumber, parseOuterCode, STATIONERIES } from '@sportello/domain';
import { wordsOutside, wordsOverlapping } from '../testing/page-checks';
import { itWith, scanCode39, scanDataMatrix, textOf } from '../testing/pdf-tools';
import { itWithPreflight, preflight } from '../testing/preflight';
import { renderEnvelopeTestPage } from './envelope-test-page';
import { renderFormTestPage } from './form-test-page';

const date = new Date('2026-11-24T12:00:00Z');
const FRONT = 1;
const BACK = 2;

describe('the test page of the envelopes', () => {
  itWith(['pdftotext'], 'marks each part of each stationery, in every language, with no words over others', async () => {
    for (const stationery of STATIONERIES) {
      for (const language of ENVELOPE_LANGUAGES) {
        const file = await renderEnvelopeTestPage({ language, stationery, date });
        for (const page of [FRONT, BACK]) expect([wordsOutside(file, page), wordsOverlapping(file, page)]).toEqual([[], []]);
      }
    }
    const front = textOf(await renderEnvelopeTestPage({ language: 'it', stationery: 'sealed-in-line', date }), FRONT);
    for (const word of ['Qui il foglio porta il suo numero', 'Area coperta', 'Piega', 'non contiene codici']) expect(front).toContain(word);
  });

  itWith(['pdftoppm', 'zbarimg', 'dmtxread'], 'bears both bar codes with a dummy that means nothing to the desk', async () => {
    const file = await renderEnvelopeTestPage({ language: 'it', stationery: 'peel-label-mailer', date });
    const [code = ''] = scanCode39(file, FRONT);
    expect(code).toBe('PROVA-000000');
    expect(scanDataMatrix(file, FRONT)).toBe(code);
    expect(parseOuterCode(code).ok).toBe(false);
  });
});

describe('the test page of the forms', () => {
  itWith(['pdftoppm', 'zbarimg'], 'bears a bar code that is no form’s', async () => {
    const [code = ''] = scanCode39(await renderFormTestPage({ language: 'it', date }), FRONT);
    expect(code).toBe('PROVA-0');
    expect(parseFormNumber(code).ok).toBe(false);
  });
});

describe('every test page', () => {
  itWithPreflight('is PDF/A-1b to Apache PDFBox', async () => {
    const files = new Map<string, Buffer>();
    for (const language of ENVELOPE_LANGUAGES) {
      files.set(`forms.${language}`, await renderFormTestPage({ language, date }));
      for (const stationery of STATIONERIES) files.set(`${stationery}.${language}`, await renderEnvelopeTestPage({ language, stationery, date }));
    }
    expect(preflight(files)).toEqual({});
  });
});
