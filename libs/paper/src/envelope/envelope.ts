// SPDX-License-Identifier: AGPL-3.0-or-later
import { PaperDocument } from '../drawing/paper-document';
import { CATALOGUES } from '../text/catalogue';
import { noonOf } from '../text/dates';
import type { EnvelopeCodes, EnvelopeData } from './envelope-data';
import { drawInside } from './inside';
import { drawOutside } from './outside';

/**
 * The sealed envelope as a PDF of two pages: the outside, and the inside with the codes. The codes are text in the file,
 * so that a screen reader can read them: the file is as secret as they are, never touches a disk, and its holder wipes it.
 *
 * What is left of the codes in memory when both are wiped, until the garbage collector reuses it: pdfkit wants strings and
 * writes each text into small arrays of its own. Each digit is drawn by itself, so no string and no array holds more than
 * one digit; but they were made in the order of the code, and who reads this process's memory may put them together. The
 * page as a whole is kept out of zlib, and its only copy is wiped with the file's other pieces. That the process ends with
 * the card's removal is what ends the rest.
 */
export async function renderEnvelope(data: EnvelopeData, codes: EnvelopeCodes): Promise<Buffer> {
  const texts = CATALOGUES[data.language];
  const testLine = data.isTest ? texts.test : undefined;
  const paper = new PaperDocument({ title: texts.envelope.file, language: data.language, date: noonOf(data.date) });
  paper.addPage(testLine);
  drawOutside(paper, data, texts);
  paper.addUncompressedPage(testLine);
  drawInside(paper, data, codes, texts);
  return paper.finish();
}
