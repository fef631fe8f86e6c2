// SPDX-License-Identifier: AGPL-3.0-or-later
import { PaperDocument } from '../drawing/paper-document';
import { LAYOUTS } from '../layouts/layouts';
import { GEOMETRIES } from '../stationery/geometries';
import { CATALOGUES } from '../text/catalogue';
import { noonOf } from '../text/dates';
import type { EnvelopeCodes, EnvelopeData } from './envelope-data';
import { drawInside } from './inside';
import { drawOutside } from './outside';

/**
 * The sealed envelope as a PDF of two pages for the two sides of one sheet: the outside, and the inside with the codes. The codes are text in the file,
 * so that a screen reader can read them: the file is as secret as they are, never touches a disk, and its holder wipes it.
 *
 * What is left of the codes in memory when codes and file are wiped, until the garbage collector reuses it: pdfkit wants
 * strings, and writes each text into small arrays of its own that it lets nobody reach. Each character is drawn by itself,
 * so no string and no such array holds more than one; but they are made in the order of the code, and whoever reads this
 * process's memory may put them together. The whole page exists three times, all within reach: pdfkit's piece, which is
 * wiped here, the file, and what the printer's link makes of it; it is kept out of zlib, whose buffers nobody wipes. The
 * rest ends with the process, at the card's removal.
 */
export async function renderEnvelope(data: EnvelopeData, codes: EnvelopeCodes): Promise<Buffer> {
  const texts = CATALOGUES[data.language];
  const testLine = data.isTest ? texts.test : undefined;
  const paper = new PaperDocument({ title: texts.envelope.file, language: data.language, date: noonOf(data.date), isSecret: true });
  const page = { paper, data, texts, geometry: GEOMETRIES[data.stationery], layout: LAYOUTS[data.layout] };
  paper.addPage(testLine);
  drawOutside(page);
  paper.addPage(testLine);
  drawInside(page, codes);
  return paper.finish();
}
