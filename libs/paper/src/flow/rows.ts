// SPDX-License-Identifier: AGPL-3.0-or-later
import { PAGE } from '../drawing/page';
import type { PaperDocument } from '../drawing/paper-document';
import { STYLES } from '../drawing/styles';
import type { Row } from './block';

const VALUE_X = PAGE.left + 113;
const VALUE_WIDTH = PAGE.right - VALUE_X;
const LABEL_WIDTH = VALUE_X - PAGE.left - 8;
const FIRST_DROP = 24;
const UNDER = 8;
const OVER = 17.1;

/** From the title's baseline to the last hairline. */
export function heightOfRows(paper: PaperDocument, rows: readonly Row[]): number {
  return rows.reduce((height, row) => height + heightOfRow(paper, row), FIRST_DROP - OVER);
}

function heightOfRow(paper: PaperDocument, { value }: Row): number {
  return OVER + (Math.max(paper.linesOf(value, STYLES.text, VALUE_WIDTH), 1) - 1) * STYLES.text.leading + UNDER;
}

/** A section's title and its rows of label and value, each with a hairline under it. Returns the last hairline. */
export function drawRows(paper: PaperDocument, baseline: number, title: string, rows: readonly Row[]): number {
  paper.line('H2', title, STYLES.section, { x: PAGE.left, baseline, width: PAGE.inner });
  let line = baseline + FIRST_DROP - OVER;
  paper.group('Table', () => {
    for (const row of rows) line = drawRow(paper, line, row);
  });
  return line;
}

function drawRow(paper: PaperDocument, top: number, row: Row): number {
  const { label, value } = row;
  const baseline = top + OVER;
  paper.group('TR', () => {
    paper.line('TH', label, STYLES.text, { x: PAGE.left, baseline, width: LABEL_WIDTH });
    if (value !== '') paper.paragraph('TD', value, STYLES.text, { x: VALUE_X, baseline, width: VALUE_WIDTH });
  });
  const bottom = top + heightOfRow(paper, row);
  paper.rule(bottom, 0.4);
  return bottom;
}
