// SPDX-License-Identifier: AGPL-3.0-or-later
import { errorCodeOf } from '../process/error-code';
import { PageContentReader, type Font } from './page-content';
import type { Paper, PaperPage } from './paper';
import { PdfFile } from './pdf-file';
import { isArray, isDictionary, nameOf, numberOf, type PdfDictionary, type PdfValue } from './pdf-value';
import { readToUnicode } from './to-unicode';
import { UnreadablePaper } from './unreadable-paper';

/** `why` says what is unusual about the file, never what stands in it. */
export type PaperRefusal = { readonly kind: 'unreadable'; readonly why: string };

/**
 * Reads a printed document as eyes would: which text stands where. Knows the PDF that pdfkit makes with embedded subset fonts (Type 0, Identity-H,
 * ToUnicode, Flate) and refuses what it does not know.
 */
export const readPaper = (document: Uint8Array): Paper | PaperRefusal => {
  try {
    const file = new PdfFile(document);
    return { kind: 'paper', pages: file.pages().map((page) => readPage(file, page)) };
  } catch (error) {
    if (error instanceof UnreadablePaper) return { kind: 'unreadable', why: error.message };
    if (errorCodeOf(error) !== undefined) return { kind: 'unreadable', why: 'a stream does not inflate' };
    throw error;
  }
};

const readPage = (file: PdfFile, page: PdfDictionary): PaperPage => {
  const box = file.value(inherited(file, page, 'MediaBox'));
  const [left, bottom, right, top] = isArray(box) ? box.map((side) => numberOf(file.value(side))) : [];
  if (left === undefined || bottom === undefined || right === undefined || top === undefined) throw new UnreadablePaper('a page without measures');
  const marks = new PageContentReader(top, readFonts(file, page)).read(file.stream(page.entries.get('Contents')));
  return { width: right - left, height: top - bottom, marks };
};

/** A page may leave some entries to its parents (ISO 32000-1 §7.7.3.4). */
const inherited = (file: PdfFile, page: PdfDictionary, key: string, depth = 0): PdfValue | undefined => {
  const own = page.entries.get(key);
  const parent = page.entries.get('Parent');
  if (own !== undefined || parent === undefined || depth > 16) return own;
  return inherited(file, file.dictionary(parent), key, depth + 1);
};

const readFonts = (file: PdfFile, page: PdfDictionary): ReadonlyMap<string, Font> => {
  const resources = file.dictionary(inherited(file, page, 'Resources'));
  const fonts = file.value(resources.entries.get('Font'));
  if (!isDictionary(fonts)) return new Map();
  return new Map([...fonts.entries].map(([name, reference]) => [name, readFont(file, file.dictionary(reference))]));
};

/** `DZZZZZ+RobotoMono-Regular`: the letters before the plus mark a subset (ISO 32000-1 §9.6.4). */
const readFont = (file: PdfFile, font: PdfDictionary): Font => {
  if (nameOf(font.entries.get('Encoding')) !== 'Identity-H') throw new UnreadablePaper('a font is not an embedded subset');
  return { name: (nameOf(font.entries.get('BaseFont')) ?? '').replace(/^[A-Z]{6}\+/, ''), toUnicode: readToUnicode(file.stream(font.entries.get('ToUnicode'))) };
};
