// SPDX-License-Identifier: AGPL-3.0-or-later
import { SHEETS_ON_HAND } from '@sportello/domain';
import { mm, PAGE } from '../drawing/page';
import type { PaperDocument } from '../drawing/paper-document';
import { STYLES } from '../drawing/styles';
import type { Style } from '../drawing/styles';
import type { RegisterData } from './register-data';
import { REGISTER_TEXTS } from './register-texts';
import type { SumLine } from './register-texts';

const CAME = ['opening', 'received', 'transferredIn'] as const satisfies readonly SumLine[];
const WENT = ['delivered', 'spoiled', 'destroyed', 'transferredOut'] as const satisfies readonly SumLine[];
const CELL: Style = { font: 'regular', size: 10, leading: 14 };
const TOTAL: Style = { font: 'semibold', size: 10, leading: 14 };
const NUMBER_WIDTH = mm(18);
const HALF = PAGE.inner / 2 - mm(6);

type SumRow = readonly [string, number, boolean];

const ROWS = Math.max(CAME.length + 1, WENT.length + SHEETS_ON_HAND.length + 2);

export function heightOfSum(): number {
  return STYLES.section.leading + ROWS * CELL.leading + mm(12);
}

/** What came stands at the left, what went and what is there at the right; under it whether both are equal. Returns where it ends. */
export function drawSum(paper: PaperDocument, { language, sum, isClosed }: RegisterData, top: number): number {
  const texts = REGISTER_TEXTS[language];
  const closing = SHEETS_ON_HAND.reduce((total, state) => total + sum.closing[state], 0);
  const came: readonly SumRow[] = CAME.map((line) => [texts.sum[line], sum[line], false] as const);
  const went: readonly SumRow[] = [
    ...WENT.map((line) => [texts.sum[line], sum[line], false] as const),
    ...SHEETS_ON_HAND.map((state) => [`${texts.closing}: ${texts.states[state].toLowerCase()}`, sum.closing[state], false] as const),
  ];
  const totals = [CAME.reduce((total, line) => total + sum[line], 0), WENT.reduce((total, line) => total + sum[line], 0) + closing] as const;
  paper.line('H2', texts.sumTitle, STYLES.textTitle, { x: PAGE.left, baseline: top + STYLES.textTitle.size, width: PAGE.inner });
  const first = top + STYLES.section.leading + mm(2);
  paper.group('Table', () => {
    drawRows(paper, [...came, [texts.total, totals[0], true]], PAGE.left, first);
    drawRows(paper, [...went, [texts.total, totals[1], true]], PAGE.right - HALF, first);
  });
  const end = top + heightOfSum();
  const verdict = sum.difference === 0 ? texts.sums : `${texts.sumsNot} ${texts.difference}: ${sum.difference}.`;
  paper.line('P', isClosed ? verdict : `${verdict} ${texts.notClosed}`, TOTAL, { x: PAGE.left, baseline: end - mm(3), width: PAGE.inner });
  return end;
}

function drawRows(paper: PaperDocument, rows: readonly SumRow[], x: number, top: number): void {
  rows.forEach(([label, count, isTotal], index) => {
    const style = isTotal ? TOTAL : CELL;
    const baseline = top + index * CELL.leading + CELL.size;
    paper.group('TR', () => {
      paper.line('TH', label, style, { x, baseline, width: HALF - NUMBER_WIDTH });
      paper.line('TD', String(count), style, { x: x + HALF - NUMBER_WIDTH, baseline, width: NUMBER_WIDTH, align: 'right' });
    });
    if (isTotal) paper.rule(baseline - CELL.size - 1, 0.5, x, x + HALF);
  });
}
