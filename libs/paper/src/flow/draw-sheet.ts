// SPDX-License-Identifier: AGPL-3.0-or-later
import { PAGE } from '../drawing/page';
import type { PaperDocument } from '../drawing/paper-document';
import { STYLES } from '../drawing/styles';
import type { PaperHead } from '../papers/paper-head';
import type { Catalogue } from '../text/catalogue';
import type { Block, Sheet } from './block';
import { drawHead } from './head';
import { drawBlock, gapBefore, heightOf } from './parts';

const TITLE = 110.5;
const SUBTITLE = 133.7;
const FOOT_RULE = 785.4;
const FOOT = 801;
/** The lowest line of what stands above the foot. */
const LOWEST = FOOT_RULE - 14;

/** A sheet on pages of its own, as many as its blocks need; each page has head and foot, so that no page is lost from the others. */
export function drawSheet(paper: PaperDocument, head: PaperHead, sheet: Sheet, said: Catalogue): void {
  beginPage(paper, head, sheet, said);
  paper.line('H1', sheet.title, STYLES.title, { x: PAGE.left, width: PAGE.inner, baseline: TITLE });
  let y = paper.paragraph('P', sheet.subtitle, STYLES.underBody, { x: PAGE.left, width: PAGE.inner, baseline: SUBTITLE });
  sheet.blocks.forEach((block, index) => {
    const first = y + (index === 0 ? firstGap(block) : gapBefore(block));
    const height = heightOf(paper, block);
    if (first + height <= LOWEST) {
      drawBlock(paper, first, block);
      y = first + height;
      return;
    }
    beginPage(paper, head, sheet, said);
    const again = TITLE + (block.kind === 'signatures' ? gapBefore(block) : 0);
    drawBlock(paper, again, block);
    y = again + height;
  });
}

/** Under title and subtitle there is a little more air. */
function firstGap(block: Block): number {
  return block.kind === 'frame' ? gapBefore(block) : 35.3;
}

function beginPage(paper: PaperDocument, head: PaperHead, sheet: Sheet, said: Catalogue): void {
  paper.addPage(head.isTest ? said.test : undefined);
  drawHead(paper, head, sheet, said);
  paper.rule(FOOT_RULE);
  paper.line('P', sheet.foot, STYLES.footer, { x: PAGE.left, width: PAGE.inner, baseline: FOOT });
}
