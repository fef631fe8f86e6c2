// SPDX-License-Identifier: AGPL-3.0-or-later
import { PAGE, mm } from '../drawing/page';
import type { PaperDocument, Rectangle } from '../drawing/paper-document';
import { STYLES } from '../drawing/styles';
import type { EnvelopeTexts } from '../text/catalogue';

/** The area that a blind sheet's label covers: 180 × 92 mm. */
const AREA: Rectangle = { x: PAGE.left, y: mm(115), width: mm(180), height: mm(92) };
const SEAL: Rectangle = { x: PAGE.width / 2 - 181, y: AREA.y + 62.5, width: 362, height: 136 };
const TAB: Rectangle = { x: PAGE.right - 95, y: AREA.y + AREA.height - 33, width: 82, height: 23.5 };

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

  paper.frame(TAB);
  paper.line('P', texts.lift, STYLES.textTitle, { x: TAB.x + 10, baseline: TAB.y + 15.7, width: TAB.width - 28 });
  const [tip, middle] = [TAB.x + TAB.width - 9, TAB.y + TAB.height / 2];
  paper.decoration((pdf) => pdf.polygon([tip - 7, middle - 3.5], [tip, middle], [tip - 7, middle + 3.5]).fill('black'));
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
