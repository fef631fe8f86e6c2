// SPDX-License-Identifier: AGPL-3.0-or-later
import { drawOuterCode } from '../drawing/outer-code';
import { PAGE } from '../drawing/page';
import { longDate } from '../text/dates';
import type { EnvelopePage } from './envelope-page';
import { drawFooter, drawHead } from './head-and-footer';
import { drawMaskedArea } from './masked-area';

/** What everybody sees of a closed envelope: whom it is for, and the code by which the desk knows it. No code of the card. */
export function drawOutside(page: EnvelopePage): void {
  const { paper, data, texts, layout } = page;
  const { recipientLabel, recipient, delivery, outerCode } = layout.outside;
  const said = texts.envelope;
  drawHead(page, 'front');

  const whole = { x: PAGE.left, width: PAGE.inner };
  paper.line('P', said.recipientLabel, recipientLabel.style, { ...whole, baseline: recipientLabel.baseline });
  paper.headline('H1', data.recipient, recipient.style, { ...whole, baseline: recipient.baseline }, recipient.least);
  paper.line('P', said.delivery(data.place, data.deskName, longDate(data.date, data.language)), delivery.style, { ...whole, baseline: delivery.baseline });

  drawOuterCode(paper, data.outerCode, outerCode, { alt: said.outerCodeAlt(data.outerCode), note: said.outerCodeNote });
  drawMaskedArea(page);
  drawSteps(page);
  drawFooter(page);
}

function drawSteps({ paper, texts: { envelope: said }, geometry, layout }: EnvelopePage): void {
  const { title, text, width, under, over } = layout.outside.steps;
  const baseline = geometry.steps === 'under-mask' ? geometry.mask.y + geometry.mask.height + under : layout.outside.outerCode.lowerRule + over;
  const { check, open } = said.openings[geometry.opening];
  [check, open, said.keep].forEach((words, index) => {
    const place = { x: PAGE.left + (index * (PAGE.inner - width)) / 2, width };
    paper.paragraph('H2', said.stepTitles[index] ?? '', title, { ...place, baseline });
    paper.paragraph('P', words, text, { ...place, baseline: baseline + text.leading });
  });
}
