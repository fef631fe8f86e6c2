// SPDX-License-Identifier: AGPL-3.0-or-later
import { code39 } from '../drawing/barcode';
import { PAGE, mm } from '../drawing/page';
import type { PaperDocument } from '../drawing/paper-document';
import { STYLES } from '../drawing/styles';
import type { FormTexts, Paragraph } from '../text/catalogue';
import { TUSCAN_HELP_DESK } from '../text/help-desk';
import type { ActivationFormData } from './form-data';
import { drawRows } from './rows';
import { cardRows, actRows } from './row-values';

const BARS = { module: 0.905, height: mm(9) };
const WHOLE = { x: PAGE.left, width: PAGE.inner };
const SECTION_GAP = 31;
/** Room for a hand to sign in. */
const SIGNATURE_ROOM = 47;

export function drawCopy(paper: PaperDocument, data: ActivationFormData, copy: string, texts: FormTexts): void {
  drawHead(paper, data, texts);
  paper.line('H1', texts.title, STYLES.title, { ...WHOLE, baseline: 110.5 });
  paper.line('P', texts.subtitle(data.receiptNumber, copy), STYLES.underBody, { ...WHOLE, baseline: 133.7 });

  let y = drawRows(paper, 169, texts.who, cardRows(data, texts));
  y = drawRows(paper, y + SECTION_GAP, texts.what, actRows(data, texts));
  y = drawParagraph(paper, y + SECTION_GAP + 5, texts.request(data.noticeVersion));
  y = drawSignatures(paper, y + SIGNATURE_ROOM, texts);
  const { phone } = data.helpDesk ?? TUSCAN_HELP_DESK[data.language];
  drawParagraph(paper, y + SECTION_GAP + 3, texts.loss(phone));

  paper.rule(785.4);
  paper.line('P', texts.controller(data.controller), STYLES.footer, { ...WHOLE, baseline: 801 });
}

/** Body and desk at the left; the form's number as bars at the right, so that reading the signed form finds its case. */
function drawHead(paper: PaperDocument, data: ActivationFormData, texts: FormTexts): void {
  const bars = code39(data.formNumber);
  const corner = { width: bars.width * BARS.module, x: PAGE.right - bars.width * BARS.module };
  paper.barcode(texts.formNumberAlt(data.formNumber), bars, { ...corner, y: PAGE.top, height: BARS.height });
  paper.line('P', data.formNumber, STYLES.formNumber, { ...corner, baseline: 80.8, align: 'right' });

  const left = { x: PAGE.left, width: corner.x - PAGE.left - 20 };
  paper.line('P', data.body, STYLES.body, { ...left, baseline: 53.1 });
  paper.line('P', `${data.deskName}, ${data.place}`, STYLES.underBody, { ...left, baseline: 68 });
}

/** Returns the last baseline. */
function drawParagraph(paper: PaperDocument, baseline: number, { title, text }: Paragraph): number {
  paper.line('H2', title, STYLES.section, { ...WHOLE, baseline });
  return paper.paragraph('P', text, STYLES.text, { ...WHOLE, baseline: baseline + 18 });
}

/** Returns the baseline of what stands under the lines. */
function drawSignatures(paper: PaperDocument, y: number, texts: FormTexts): number {
  const columns = [
    { label: texts.placeAndDate, x: PAGE.left, width: 198 },
    { label: texts.signature, x: PAGE.left + 232, width: PAGE.inner - 232 },
  ];
  for (const { label, x, width } of columns) {
    paper.rule(y, 1, x, x + width);
    paper.line('P', label, STYLES.footer, { x, baseline: y + 16, width });
  }
  return y + 16;
}
