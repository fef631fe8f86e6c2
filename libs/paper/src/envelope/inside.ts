// SPDX-License-Identifier: AGPL-3.0-or-later
import { PAGE } from '../drawing/page';
import type { PaperDocument } from '../drawing/paper-document';
import { STYLES } from '../drawing/styles';
import type { Catalogue, CodeTexts, Paragraph } from '../text/catalogue';
import { TUSCAN_HELP_DESK } from '../text/help-desk';
import { charactersOf, styleFor } from './code-characters';
import type { Grouping } from './code-characters';
import type { EnvelopeCodes, EnvelopeData } from './envelope-data';
import { drawFooter, drawHead } from './head-and-footer';

const LEAST_TITLE_SIZE = 13;
const CODES = { top: 151.9, x: PAGE.left + 74 };
const WARNING = { padding: 18.5, titleDrop: 28 };

/** What lies under the label: the codes of the card, and what each is for. */
export function drawInside(paper: PaperDocument, data: EnvelopeData, codes: EnvelopeCodes, texts: Catalogue): void {
  const said = texts.envelope;
  drawHead(paper, data, texts);
  paper.headline('H1', said.insideTitle(data.recipient), STYLES.title, { x: PAGE.left, baseline: 132, width: PAGE.inner }, LEAST_TITLE_SIZE);

  const { phone } = data.helpDesk ?? TUSCAN_HELP_DESK[data.language];
  let y = drawCode(paper, CODES.top, said.pin, codes.pin, 'whole');
  y = drawCode(paper, y, said.puk, codes.puk, 'halves');
  y = drawCode(paper, y, said.cip(phone), codes.cip, 'halves');

  y = drawWarning(paper, y, said.warning);
  drawColumns(paper, y + 29, [said.needed(data.cardType), said.notDone]);
  drawFooter(paper, data, texts);
}

/** Name of the code at the left, its characters, what it is for. Returns where the next one begins. */
function drawCode(paper: PaperDocument, top: number, texts: CodeTexts, code: Uint8Array, grouping: Grouping): number {
  paper.rule(top);
  const place = { x: CODES.x, width: PAGE.right - CODES.x };
  paper.line('H2', texts.name, STYLES.codeName, { x: PAGE.left, baseline: top + 40.8, width: CODES.x - PAGE.left });
  const style = styleFor(code.length, STYLES.code, place.width);
  paper.characters('P', charactersOf(code, grouping, CODES.x, style.size), style, top + 46.5);
  paper.line('P', texts.use, STYLES.codeUse, { ...place, baseline: top + 72.2 });
  return paper.paragraph('P', texts.more, STYLES.text, { ...place, baseline: top + 88 }) + 18.4;
}

/** The one framed text of the sheet. Returns its lower edge. */
function drawWarning(paper: PaperDocument, top: number, { title, text }: Paragraph): number {
  const place = { x: PAGE.left + WARNING.padding, width: PAGE.inner - 2 * WARNING.padding };
  const first = top + WARNING.titleDrop + STYLES.text.leading;
  const bottom = first + (paper.linesOf(text, STYLES.text, place.width) - 1) * STYLES.text.leading + WARNING.padding;
  paper.frame({ x: PAGE.left, y: top, width: PAGE.inner, height: bottom - top });
  paper.line('H2', title, STYLES.warning, { ...place, baseline: top + WARNING.titleDrop });
  paper.paragraph('P', text, STYLES.text, { ...place, baseline: first });
  return bottom;
}

function drawColumns(paper: PaperDocument, baseline: number, columns: readonly [Paragraph, Paragraph]): void {
  const gap = 18;
  const width = (PAGE.inner - gap) / 2 - 8;
  columns.forEach(({ title, text }, index) => {
    const place = { x: PAGE.left + index * (PAGE.inner / 2 + gap / 2), width };
    paper.line('H2', title, STYLES.textTitle, { ...place, baseline });
    paper.paragraph('P', text, STYLES.text, { ...place, baseline: baseline + STYLES.text.leading });
  });
}
