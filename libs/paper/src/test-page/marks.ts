// SPDX-License-Identifier: AGPL-3.0-or-later
import { PAGE, mm } from '../drawing/page';
import type { Rectangle } from '../drawing/page';
import type { PaperDocument } from '../drawing/paper-document';
import { STYLES } from '../drawing/styles';

/** Ticks each 5 mm along all four edges, longer each 10: how far the print is off is read against the paper's edge. */
export function drawRulers(paper: PaperDocument): void {
  paper.decoration((pdf) => {
    for (let at = 5; at < 297; at += 5) {
      const length = mm(at % 10 === 0 ? 5 : 3);
      if (at < 210) {
        pdf.moveTo(mm(at), mm(4)).lineTo(mm(at), mm(4) + length);
        pdf.moveTo(mm(at), PAGE.height - mm(4)).lineTo(mm(at), PAGE.height - mm(4) - length);
      }
      pdf.moveTo(mm(4), mm(at)).lineTo(mm(4) + length, mm(at));
      pdf.moveTo(PAGE.width - mm(4), mm(at)).lineTo(PAGE.width - mm(4) - length, mm(at));
    }
    pdf.lineWidth(0.5).stroke('black');
  });
}

/** A dashed frame, or a dashed line where it has no height, and what it marks. */
export function drawMark(paper: PaperDocument, { x, y, width, height }: Rectangle, word: string): void {
  paper.decoration((pdf) => {
    pdf.dash(4, { space: 3 });
    if (height === 0) pdf.moveTo(x, y).lineTo(x + width, y);
    else pdf.rect(x, y, width, height);
    pdf.lineWidth(0.7).stroke('black').undash();
  });
  paper.line('P', word, STYLES.cornerLabel, { x: Math.max(x, PAGE.left) + 6, baseline: y + 13, width: Math.min(width, PAGE.inner) - 12 });
}

/** What the page is, and what to do with it. */
export function drawHeading(paper: PaperDocument, { title, lines }: { readonly title: string; readonly lines: readonly string[] }, { x, y, width }: Omit<Rectangle, 'height'>): void {
  paper.line('H1', title, STYLES.title, { x, baseline: y, width });
  let baseline = y + 26;
  for (const line of lines) baseline = paper.paragraph('P', line, STYLES.text, { x, baseline, width }) + 21;
}
