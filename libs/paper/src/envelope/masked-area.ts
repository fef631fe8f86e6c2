// SPDX-License-Identifier: AGPL-3.0-or-later
import { hatchOf } from '../drawing/hatch';
import { PAGE } from '../drawing/page';
import type { Rectangle } from '../drawing/page';
import type { PaperDocument } from '../drawing/paper-document';
import type { Style } from '../drawing/styles';
import type { EnvelopePage } from './envelope-page';

/** From the box's top to its first baseline, between its texts, and under the last one. */
const SEAL = { padding: 30, titleDrop: 36, titleGap: 25.5, textGap: 24, foot: 20.9 };
const TAB = { fromRight: 13, fromBottom: 33, height: 23.5, padding: 9.5, arrow: 14, drop: 15.7 };

/** Distance of the hatch's lines along the edge, and their weight: a light grey made of black only. */
const HATCH = { step: 7.5, weight: 0.35 };

/** What lies over the codes: a hatch through which nothing shows, that it is sealed, and where it opens. */
export function drawMaskedArea({ paper, texts: { envelope: said }, geometry, layout }: EnvelopePage): void {
  const { mask } = geometry;
  const { width, title, text, tab } = layout.outside.seal;
  const words = said.openings[geometry.opening];
  paper.frame(mask);
  paper.decoration((pdf) => {
    for (const [from, to] of hatchOf(mask, HATCH.step)) pdf.moveTo(...from).lineTo(...to);
    pdf.lineWidth(HATCH.weight).stroke('black');
  });

  const inner = { x: (PAGE.width - width) / 2 + SEAL.padding, width: width - 2 * SEAL.padding, align: 'center' } as const;
  const first = SEAL.titleDrop + SEAL.titleGap + (title.leading - text.leading - 5.2);
  const second = first + (paper.linesOf(words.secret, text, inner.width) - 1) * text.leading + SEAL.textGap;
  const height = second + (paper.linesOf(words.broken, text, inner.width) - 1) * text.leading + SEAL.foot;
  const y = mask.y + (mask.height - height) / 2;
  paper.frame({ x: (PAGE.width - width) / 2, y, width, height });
  paper.paragraph('H2', said.sealTitle, title, { ...inner, baseline: y + SEAL.titleDrop });
  paper.paragraph('P', words.secret, text, { ...inner, baseline: y + first });
  paper.paragraph('P', words.broken, text, { ...inner, baseline: y + second });
  drawTab(paper, words.tab, tab, mask);
}

/** Where the finger goes: a word and an arrow. */
function drawTab(paper: PaperDocument, word: string, style: Style, mask: Rectangle): void {
  const [right, y] = [mask.x + mask.width - TAB.fromRight, mask.y + mask.height - TAB.fromBottom];
  const textWidth = paper.widthOf(word, style);
  const width = textWidth + TAB.arrow + 2 * TAB.padding;
  paper.frame({ x: right - width, y, width, height: TAB.height });
  paper.line('P', word, style, { x: right - width + TAB.padding, baseline: y + TAB.drop, width: textWidth });
  const [tip, middle] = [right - TAB.padding, y + TAB.height / 2];
  paper.decoration((pdf) => pdf.polygon([tip - 8, middle - 4], [tip, middle], [tip - 8, middle + 4]).fill('black'));
}
