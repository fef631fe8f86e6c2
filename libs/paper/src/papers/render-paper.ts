// SPDX-License-Identifier: AGPL-3.0-or-later
import { assertNever } from '@sportello/domain';
import { PaperDocument } from '../drawing/paper-document';
import type { Sheet } from '../flow/block';
import { drawSheet } from '../flow/draw-sheet';
import { CATALOGUES } from '../text/catalogue';
import type { Language } from '../text/language';
import { delegationSheets } from './delegation/delegation';
import { formCopies, formSheet } from './form';
import { functionalCheckSheets } from './functional-check/functional-check';
import { leafletSheets } from './leaflet/leaflet';
import type { FormData, PaperData } from './paper-data';
import type { PaperHead } from './paper-head';
import type { PaperWords } from './paper-words';
import { receiptSheets } from './receipt';
import { returnSlipSheets } from './return-slip/return-slip';
import { revocationDeclarationSheets } from './revocation-declaration/revocation-declaration';
import { revocationReceiptSheets } from './revocation-receipt/revocation-receipt';
import { saleReceiptSheets } from './sale-receipt/sale-receipt';
import { selfDeclarationSheets } from './self-declaration/self-declaration';
import { whatToBringSheets } from './what-to-bring/what-to-bring';

/** What is printed, in which language, in whose name. */
export interface PaperOrder {
  readonly language: Language;
  readonly head: PaperHead;
  readonly text: PaperData;
  /** The date of the file. */
  readonly date: Date;
}

/** A paper without a code, as a PDF. */
export async function renderPaper({ language, head, text, date }: PaperOrder): Promise<Buffer> {
  const words: PaperWords = { language, said: CATALOGUES[language], head };
  const [first, ...others] = writtenSheets(text, words);
  if (!first) throw new Error('a paper without a sheet');
  const paper = new PaperDocument({ title: first.sheet.title, language, date });
  for (const { sheet, words: { said, language: written } } of [first, ...others]) {
    paper.group('Sect', () => drawSheet(paper, head, sheet, said), written);
  }
  return paper.finish();
}

/** A sheet and what it is written with: the copies of a form may be in two languages. */
interface WrittenSheet {
  readonly sheet: Sheet;
  readonly words: PaperWords;
}

function writtenSheets(text: PaperData, words: PaperWords): readonly WrittenSheet[] {
  if (text.paper === 'form') return formCopies(words).map(([copy, written]) => ({ sheet: formSheet(text, copy, written), words: written }));
  return sheetsOf(text, words).map((sheet) => ({ sheet, words }));
}

function sheetsOf(text: Exclude<PaperData, FormData>, words: PaperWords): readonly Sheet[] {
  switch (text.paper) {
    case 'receipt':
      return receiptSheets(text, words);
    case 'self-declaration':
      return selfDeclarationSheets(text, words);
    case 'delegation':
      return delegationSheets(text, words);
    case 'leaflet':
      return leafletSheets(text, words);
    case 'return-slip':
      return returnSlipSheets(text, words);
    case 'what-to-bring':
      return whatToBringSheets(text, words);
    case 'functional-check':
      return functionalCheckSheets(text, words);
    case 'sale-receipt':
      return saleReceiptSheets(text, words);
    case 'revocation-receipt':
      return revocationReceiptSheets(text, words);
    case 'revocation-declaration':
      return revocationDeclarationSheets(text, words);
    default:
      return assertNever(text);
  }
}
