// SPDX-License-Identifier: AGPL-3.0-or-later
import { PAGE, mm } from '../drawing/page';
import type { PaperDocument, Rectangle } from '../drawing/paper-document';
import { STYLES } from '../drawing/styles';
import type { EnvelopeTexts } from '../text/catalogue';

/** The area that a blind sheet's label covers: 180 × 92 mm. */
const AREA: Rectangle = { x: PAGE.left, y: mm(115), width: mm(180), height: mm(92) };
const SEAL: Rectangle = { x: PAGE.width / 2 - 181, y: AREA.y + 62.5, width: 362, height: 136 };
const TAB = { right: PAGE.right - 13, y: AREA.y + AREA.height - 33, height: 23.5, padding: 9.5, arrow: 14 };

/** Distance of the hatch's lines along the edge, and their weight: a light grey made of black only. */
const HATCH = { step: 7.5, weight: 0.35 };

export function drawMaskedArea(paper: PaperDocument, texts: EnvelopeTexts['seal']): void {
  paper.frame(AREA);
  paper.decoration((pdf) => {
    for (const [from, to] of hatchOf(AREA, HATCH.step)) pdf.moveTo(...from).lineTo(...to);
    pdf.lineWidth(HATCH.weight).stroke('black');
  });
  paper.frame(SEAL);
  const inSeal = { x: SEAL.x + 30, width: SEAL.width - 60, align: 'center' } as const;
  paper.paragraph('H2', texts.title, STYLES.sealTitle, { ...inSeal, baseline: SEAL.y + 36 });
  const end = paper.paragraph('P', texts.secret, STYLES.sealText, { ...inSeal, baseline: SEAL.y + 61.5 });
  paper.paragraph('P', texts.broken, STYLES.sealText, { ...inSeal, baseline: end + 24 });

  drawTab(paper, texts.lift);
}

/** Where the finger goes: a word and an arrow. */
function drawTab(paper: PaperDocument, word: string): void {
  const textWidth = paper.widthOf(word, STYLES.textTitle);
  const width = textWidth + TAB.arrow + 2 * TAB.padding;
  const x = TAB.right - width;
  paper.frame({ x, y: TAB.y, width, height: TAB.height });
  paper.line('P', word, STYLES.textTitle, { x: x + TAB.padding, baseline: TAB.y + 15.7, width: textWidth });
  const [tip, middle] = [TAB.right - TAB.padding, TAB.y + TAB.height / 2];
  paper.decoration((pdf) => pdf.polygon([tip - 8, middle - 4], [tip, middle], [tip - 8, middle + 4]).fill('black'));
}

type Point = [number, number];

/** Parallel lines at 45°, falling to the right, cut at the rectangle's edges. */
export function hatchOf({ x, y, width, height }: Rectangle, step: number): readonly (readonly [Point, Point])[] {
  const lines: [Point, Point][] = [];
  for (let start = step - height; start < width; start += step) {
    const end = Math.min(start + height, width);
    const from = Math.max(start, 0);
    lines.push([
      [x + from, y + from - start],
      [x + end, y + end - start],
    ]);
  }
  return lines;
}
