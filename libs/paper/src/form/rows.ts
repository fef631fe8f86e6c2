// SPDX-License-Identifier: AGPL-3.0-or-later
import { PAGE } from '../drawing/page';
import type { PaperDocument } from '../drawing/paper-document';
import type { RichText } from '../drawing/rich-text';
import { STYLES } from '../drawing/styles';

export interface Row {
  readonly label: string;
  readonly value: RichText;
}

const VALUE_X = PAGE.left + 113;
const FIRST_DROP = 24;
const UNDER = 8;
const OVER = 17.1;

/** A section's title and its rows of label and value, each with a hairline under it. Returns the last hairline. */
export function drawRows(paper: PaperDocument, baseline: number, title: string, rows: readonly Row[]): number {
  paper.line('H2', title, STYLES.section, { x: PAGE.left, baseline, width: PAGE.inner });
  let line = baseline + FIRST_DROP - OVER;
  paper.group('Table', () => {
    for (const row of rows) line = drawRow(paper, line, row);
  });
  return line;
}

function drawRow(paper: PaperDocument, top: number, { label, value }: Row): number {
  let last = top + OVER;
  paper.group('TR', () => {
    paper.line('TH', label, STYLES.text, { x: PAGE.left, baseline: last, width: VALUE_X - PAGE.left - 8 });
    last = paper.paragraph('TD', value, STYLES.text, { x: VALUE_X, baseline: last, width: PAGE.right - VALUE_X });
  });
  paper.rule(last + UNDER, 0.4);
  return last + UNDER;
}
