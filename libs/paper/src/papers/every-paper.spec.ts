// SPDX-License-Identifier: AGPL-3.0-or-later
import { ENVELOPE_LANGUAGES } from '@sportello/domain';
import { wordsOutside, wordsOverlapping } from '../testing/page-checks';
import { faultsOf, itWith, pagesOf, scanCode39, scanQrCode, textOf } from '../testing/pdf-tools';
import { itWithPreflight, preflight } from '../testing/preflight';
import { rendered } from '../testing/render';
import { EVERY_PAPER, HEAD, LONGEST_PROOF } from '../testing/sample-data';

const ALL = Object.entries(EVERY_PAPER).flatMap(([name, text]) => ENVELOPE_LANGUAGES.map((language) => ({ name, language, text })));
const PAGES: Readonly<Record<string, number>> = { form: 2, 'form-parent': 2, 'form-duplicate': 2, leaflet: 2, 'leaflet-any': 2 };
/** The mark of no installation: black on white, 12 × 4 pixels. */
const LOGO = 'iVBORw0KGgoAAAANSUhEUgAAAAwAAAAEAQAAAACSXeMnAAAADUlEQVR4nGP48IEBhgAtDAeB6D0DgwAAAABJRU5ErkJggg==';

describe('every paper without a code', () => {
  itWith(['pdftotext'], 'keeps its words inside the margins and off each other, on the pages it has, in every language', async () => {
    for (const { name, language, text } of ALL) {
      const file = await rendered(text, { language });
      const pages = Array.from({ length: pagesOf(file) }, (_, index) => index + 1);
      expect([name, language, pages.length]).toEqual([name, language, PAGES[name] ?? 1]);
      for (const page of pages) expect([name, language, wordsOutside(file, page), wordsOverlapping(file, page)]).toEqual([name, language, [], []]);
    }
  });

  itWith(['pdftotext'], 'names the body on each page, and says when it is a test', async () => {
    for (const text of Object.values(EVERY_PAPER)) {
      const file = await rendered(text, { head: { ...HEAD, isTest: true } });
      for (let page = 1; page <= pagesOf(file); page += 1) expect(textOf(file, page)).toMatch(/Ambiente di prova[^]*Azienda sanitaria di esempio/);
    }
  });

  itWith(['pdftoppm', 'zbarimg'], 'bears a bar code when it is signed and filed, and none otherwise', async () => {
    for (const [name, text] of Object.entries(EVERY_PAPER)) {
      const numbers = scanCode39(await rendered(text), 1);
      const expected = text.paper !== 'receipt' && 'formNumber' in text && text.formNumber !== null ? [text.formNumber] : [];
      expect([name, numbers]).toEqual([name, expected]);
    }
  });

  itWith(['pdftoppm', 'zbarimg'], 'proves that its act is in the log, where there is a proof', async () => {
    expect(scanQrCode(await rendered(EVERY_PAPER['receipt']!), 1)).toBe(LONGEST_PROOF);
    expect(scanQrCode(await rendered(EVERY_PAPER['receipt-undelivered']!), 1)).toBe('');
  });

  itWith(['qpdf'], 'is sound to qpdf', async () => {
    for (const text of Object.values(EVERY_PAPER)) expect(faultsOf(await rendered(text))).toBe('');
  });

  itWithPreflight('is PDF/A-1b to Apache PDFBox, in every language, with the body’s mark too', async () => {
    const files = new Map<string, Buffer>();
    for (const { name, language, text } of ALL) files.set(`${name}-${language}.pdf`, await rendered(text, { language }));
    files.set('marked.pdf', await rendered(EVERY_PAPER['delegation-blank']!, { head: { ...HEAD, logo: LOGO } }));
    expect(preflight(files)).toEqual({});
  });
});
