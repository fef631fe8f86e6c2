// SPDX-License-Identifier: AGPL-3.0-or-later
import { code39, dataMatrix } from '../drawing/barcode';
import { PAGE, mm } from '../drawing/page';
import type { PaperDocument } from '../drawing/paper-document';
import { STYLES } from '../drawing/styles';
import type { Catalogue } from '../text/catalogue';
import { longDate } from '../text/dates';
import type { EnvelopeData } from './envelope-data';
import { drawFooter, drawHead } from './head-and-footer';
import { drawMaskedArea } from './masked-area';

const LEAST_NAME_SIZE = 12;
const BARS = { x: PAGE.left, y: 218, module: 1.086, height: mm(13) };
const MATRIX = { x: PAGE.left + 283.5, y: 223.3, width: mm(17), height: mm(17) };
const NOTE = { x: PAGE.left + 354, baseline: 238.6, width: PAGE.right - PAGE.left - 354 };
const STEPS = { baseline: 626.2, columns: [0, 176, 352], width: 150 };

/** What everybody sees of a closed envelope: whom it is for, and the code by which the desk knows it. No code of the card. */
export function drawOutside(paper: PaperDocument, data: EnvelopeData, texts: Catalogue): void {
  const said = texts.envelope;
  drawHead(paper, data, texts);

  const whole = { x: PAGE.left, width: PAGE.inner };
  paper.line('P', said.recipientLabel, STYLES.delivery, { ...whole, baseline: 128.6 });
  paper.headline('H1', data.recipient, STYLES.recipient, { ...whole, baseline: 156 }, LEAST_NAME_SIZE);
  paper.line('P', said.delivery(data.place, data.deskName, longDate(data.date, data.language)), STYLES.delivery, { ...whole, baseline: 173.2 });

  paper.rule(203.2);
  drawOuterCode(paper, data.outerCode, said);
  paper.rule(291.4);

  drawMaskedArea(paper, said.seal);
  drawSteps(paper, said.steps);
  drawFooter(paper, data, texts);
}

function drawOuterCode(paper: PaperDocument, outerCode: string, texts: Catalogue['envelope']): void {
  const bars = code39(outerCode);
  const alt = texts.outerCodeAlt(outerCode);
  paper.barcode(alt, bars, { x: BARS.x, y: BARS.y, width: bars.width * BARS.module, height: BARS.height });
  paper.line('P', outerCode, STYLES.outerCode, { x: BARS.x, baseline: 272.8, width: bars.width * BARS.module });
  paper.barcode(alt, dataMatrix(outerCode), MATRIX);
  paper.paragraph('P', texts.outerCodeNote, STYLES.note, NOTE);
}

function drawSteps(paper: PaperDocument, steps: Catalogue['envelope']['steps']): void {
  steps.forEach((step, index) => {
    const place = { x: PAGE.left + (STEPS.columns[index] ?? 0), width: STEPS.width };
    paper.paragraph('H2', step.title, STYLES.textTitle, { ...place, baseline: STEPS.baseline });
    paper.paragraph('P', step.text, STYLES.text, { ...place, baseline: STEPS.baseline + STYLES.text.leading });
  });
}
