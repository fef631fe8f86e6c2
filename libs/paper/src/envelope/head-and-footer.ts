// SPDX-License-Identifier: AGPL-3.0-or-later
import { PAGE } from '../drawing/page';
import type { LineLayout } from '../layouts/layout';
import { TUSCAN_HELP_DESK } from '../text/help-desk';
import type { EnvelopePage } from './envelope-page';

const CORNER_GAP = 20;

/** Body and desk at the left, the control number at the right: both sides tell to which sheet they belong. A sheet that brings its number brings it on its front. */
export function drawHead(page: EnvelopePage, side: 'front' | 'back'): void {
  const { paper, data, texts, geometry, layout } = page;
  const { cornerWidth, ...head } = layout.head;
  const left = { x: PAGE.left, width: PAGE.inner - cornerWidth - CORNER_GAP };
  paper.line('P', data.body, head.body.style, { ...left, baseline: head.body.baseline });
  paper.line('P', texts.desk, head.desk.style, { ...left, baseline: head.desk.baseline });

  const corner = (text: string, { style, baseline }: LineLayout): void =>
    paper.line('P', text, style, { x: PAGE.right - cornerWidth, width: cornerWidth, align: 'right', baseline });
  corner(texts.envelope.controlNumber, head.label);
  if (geometry.numberField === null || side === 'back') corner(data.controlNumber, head.number);
  corner(texts.envelope.expected(data.controlNumber), head.expected);
}

/** Returns the rule over it: what stands above ends there. */
export function drawFooter({ paper, data, texts, layout }: EnvelopePage): number {
  const { style, last, rise } = layout.footer;
  const line = texts.helpDeskLine(data.helpDesk ?? TUSCAN_HELP_DESK[data.language]);
  const place = { x: PAGE.left, width: PAGE.inner };
  const first = last - (paper.linesOf(line, style, place.width) - 1) * style.leading;
  paper.rule(first - rise);
  paper.paragraph('P', line, style, { ...place, baseline: first });
  return first - rise;
}
