// SPDX-License-Identifier: AGPL-3.0-or-later
import type { OuterCodeLayout } from '../layouts/layout';
import { code39, dataMatrix } from './barcode';
import { PAGE } from './page';
import type { PaperDocument } from './paper-document';

/** A code as bars with its text, and as Data Matrix, between two rules. */
export function drawOuterCode(paper: PaperDocument, code: string, layout: OuterCodeLayout, said: { readonly alt: string; readonly note: string }): void {
  const { bars: place, text, matrix, note } = layout;
  paper.rule(layout.upperRule);
  const bars = code39(code);
  const width = bars.width * place.module;
  paper.barcode(said.alt, bars, { x: place.x, y: place.y, width, height: place.height });
  paper.line('P', code, text.style, { x: place.x, baseline: text.baseline, width });
  paper.barcode(said.alt, dataMatrix(code), matrix);
  paper.paragraph('P', said.note, note.style, { x: note.x, baseline: note.baseline, width: PAGE.right - note.x });
  paper.rule(layout.lowerRule);
}
