// SPDX-License-Identifier: AGPL-3.0-or-later
import { formatItalianDate } from '@sportello/domain';
import type { LocalDate } from '@sportello/domain';
import { mm, PAGE } from '../drawing/page';
import { PaperDocument } from '../drawing/paper-document';
import { STYLES } from '../drawing/styles';
import type { Style } from '../drawing/styles';
import type { RegisterData } from './register-data';
import { registerLines, timeAtDesk } from './register-lines';
import type { RegisterLine } from './register-lines';
import { drawSum, heightOfSum } from './register-sum';
import { REGISTER_TEXTS } from './register-texts';

/** Left edges and widths of the six columns, in points. */
const COLUMNS = [[0, 14], [14, 42], [56, 34], [90, 12], [104, 28], [132, 48]].map(([from, width]) => ({ x: PAGE.left + mm(from ?? 0), width: mm((width ?? 0) - 2) }));
const CELL: Style = { font: 'regular', size: 9, leading: 11.5 };
const HEAD: Style = { font: 'semibold', size: 9, leading: 11.5 };
const ROW_GAP = 6;
const SIGNATURES = mm(26);
const FOOT = PAGE.bottom - mm(2);

/** The register of one day as a PDF/A: the sum, every movement, count and matter, and room for two signatures. As many pages as it takes. */
export async function renderDayRegister(data: RegisterData): Promise<Buffer> {
  const texts = REGISTER_TEXTS[data.language];
  const paper = new PaperDocument({ title: texts.title, language: data.language, date: new Date(data.printedAt) });
  const pages = paginate(paper, registerLines(data));
  pages.forEach((lines, index) => {
    paper.addPage(data.isTest ? texts.test : undefined);
    let top = drawHead(paper, data);
    if (index === 0) top = drawSum(paper, data, top) + mm(6);
    drawLines(paper, lines, data, top);
    if (index === pages.length - 1) drawSignatures(paper, data);
    paper.line('P', texts.page(index + 1, pages.length), CELL, { x: PAGE.left, baseline: FOOT, width: PAGE.inner, align: 'right' });
  });
  return paper.finish();
}

const HEAD_HEIGHT = mm(26);

function drawHead(paper: PaperDocument, { language, body, desk, place, day, printedAt, printedBy }: RegisterData): number {
  const texts = REGISTER_TEXTS[language];
  paper.line('H1', `${texts.title}. ${texts.dayOf(formatItalianDate(day as LocalDate))}`, STYLES.section, { x: PAGE.left, baseline: PAGE.top + 14, width: PAGE.inner });
  paper.line('P', `${body}, ${desk}, ${place}`, CELL, { x: PAGE.left, baseline: PAGE.top + 30, width: PAGE.inner });
  paper.line('P', texts.printed(timeAtDesk(printedAt), printedBy), CELL, { x: PAGE.left, baseline: PAGE.top + 43, width: PAGE.inner });
  paper.rule(PAGE.top + 50, 1);
  return PAGE.top + HEAD_HEIGHT;
}

/** Lines by page, so that each page says how many there are. The first also has the sum, the last the signatures. */
function paginate(paper: PaperDocument, lines: readonly RegisterLine[]): readonly (readonly RegisterLine[])[] {
  const room = (page: number): number => FOOT - mm(8) - PAGE.top - HEAD_HEIGHT - HEAD.leading * 2 - ROW_GAP - (page === 0 ? heightOfSum() + mm(6) : 0);
  const pages: RegisterLine[][] = [[]];
  let taken = 0;
  for (const line of lines) {
    const height = heightOf(paper, line);
    if (taken + height > room(pages.length - 1)) {
      pages.push([]);
      taken = 0;
    }
    pages.at(-1)?.push(line);
    taken += height;
  }
  return taken + SIGNATURES > room(pages.length - 1) ? [...pages, []] : pages;
}

function heightOf(paper: PaperDocument, line: RegisterLine): number {
  const tallest = Math.max(...COLUMNS.map(({ width }, column) => paper.linesOf(line[column] ?? '', CELL, width)), 1);
  return tallest * CELL.leading + ROW_GAP;
}

function drawLines(paper: PaperDocument, lines: readonly RegisterLine[], { language, movements, counts, matters }: RegisterData, top: number): void {
  const texts = REGISTER_TEXTS[language];
  const isEmpty = movements.length + counts.length + matters.length === 0;
  if (isEmpty) paper.line('P', texts.none, CELL, { x: PAGE.left, baseline: top + CELL.size, width: PAGE.inner });
  if (lines.length === 0) return;
  paper.group('Table', () => {
    let y = top;
    paper.group('TR', () => COLUMNS.forEach((place, column) => paper.line('TH', texts.heads[column] ?? '', HEAD, { ...place, baseline: y + HEAD.size, align: column === 3 ? 'right' : 'left' })));
    y += HEAD.leading + ROW_GAP / 2;
    paper.rule(y, 0.75);
    y += ROW_GAP;
    for (const line of lines) {
      paper.group('TR', () => COLUMNS.forEach((place, column) => drawCell(paper, line[column] ?? '', { ...place, baseline: y + CELL.size, align: column === 3 ? 'right' : 'left' })));
      y += heightOf(paper, line);
      paper.rule(y - ROW_GAP / 2 - 1, 0.25);
    }
  });
}

/** An empty cell is a cell all the same. */
function drawCell(paper: PaperDocument, text: string, place: Parameters<PaperDocument['paragraph']>[3]): void {
  if (text !== '') paper.paragraph('TD', text, CELL, place);
}

function drawSignatures(paper: PaperDocument, { language }: RegisterData): void {
  const width = PAGE.inner / 2 - mm(8);
  REGISTER_TEXTS[language].signatures.forEach((label, index) => {
    const x = index === 0 ? PAGE.left : PAGE.right - width;
    paper.rule(FOOT - mm(10), 0.5, x, x + width);
    paper.line('P', label, CELL, { x, baseline: FOOT - mm(6), width });
  });
}
