// SPDX-License-Identifier: AGPL-3.0-or-later
import { PAGE } from '../drawing/page';
import { strong } from '../drawing/rich-text';
import type { CodeRowLayout, InsideLayout } from '../layouts/layout';
import type { CodeTexts } from '../text/catalogue';
import { TUSCAN_HELP_DESK } from '../text/help-desk';
import { charactersOf, styleFor } from './code-characters';
import type { Grouping } from './code-characters';
import type { EnvelopeCodes } from './envelope-data';
import type { EnvelopePage } from './envelope-page';
import { drawFooter, drawHead } from './head-and-footer';

/** From what ends to the framed warning, and from there to the two columns' first baseline. */
const WARNING_GAP = 16;
const COLUMNS_GAP = 29;

interface NamedCode {
  readonly texts: CodeTexts;
  readonly code: Uint8Array;
  readonly grouping: Grouping;
}

/** What nobody sees before the citizen: the codes of the card, and what each is for. */
export function drawInside(page: EnvelopePage, codes: EnvelopeCodes): void {
  const { paper, data, texts, geometry, layout } = page;
  const { title } = layout.inside;
  const said = texts.envelope;
  const { phone } = data.helpDesk ?? TUSCAN_HELP_DESK[data.language];
  const named: readonly NamedCode[] = [
    { texts: said.pin, code: codes.pin, grouping: 'whole' },
    { texts: said.puk, code: codes.puk, grouping: 'halves' },
    { texts: said.cip(phone), code: codes.cip, grouping: 'halves' },
  ];
  drawHead(page, 'back');
  paper.headline('H1', said.insideTitle(data.recipient), title.style, { x: PAGE.left, baseline: title.baseline, width: PAGE.inner }, title.least);
  const end = geometry.codes === 'behind-mask' ? drawMasked(page, named) : drawFlowing(page, named);
  const bottom = drawFooter(page);
  drawColumns(page, end + COLUMNS_GAP, bottom);
}

/** Each code with all that is said of it, and then the warning. Returns where that ends. */
function drawFlowing(page: EnvelopePage, codes: readonly NamedCode[]): number {
  const { flow } = page.layout.inside;
  let y = flow.top;
  for (const code of codes) {
    drawCode(page, y, code, flow);
    const place = { x: page.layout.inside.codesX, width: PAGE.right - page.layout.inside.codesX };
    y = page.paper.paragraph('P', code.texts.more, flow.more.style, { ...place, baseline: y + flow.more.baseline }) + flow.after;
  }
  return drawWarning(page, y);
}

/** What is said of the codes over the area that covers them, the codes alone in it; the warning where there is room. Returns where all of that ends. */
function drawMasked(page: EnvelopePage, codes: readonly NamedCode[]): number {
  const { paper, geometry: { mask }, layout } = page;
  const { notes, ...row } = layout.inside.masked;
  let y: number = notes.baseline;
  for (const { texts } of codes) {
    y = paper.paragraph('P', [strong(`${texts.name}. `), texts.more], notes.style, { x: PAGE.left, width: PAGE.inner, baseline: y }) + notes.style.leading + notes.gap;
  }
  const over = y - notes.style.leading - notes.gap + WARNING_GAP;
  const isRoomOver = over + warningHeight(page) + WARNING_GAP / 2 < mask.y;
  if (isRoomOver) drawWarning(page, over);
  codes.forEach((code, index) => drawCode(page, mask.y + (index * mask.height) / codes.length, code, row));
  const bottom = mask.y + mask.height;
  paper.rule(bottom);
  return isRoomOver ? bottom : drawWarning(page, bottom + WARNING_GAP);
}

/** Name of the code at the left, its characters, what it is for in bold. Nothing is printed over the characters. */
function drawCode({ paper, layout }: EnvelopePage, top: number, { texts, code, grouping }: NamedCode, row: CodeRowLayout): void {
  const { codesX } = layout.inside;
  const place = { x: codesX, width: PAGE.right - codesX };
  paper.rule(top);
  paper.line('H2', texts.name, row.name.style, { x: PAGE.left, baseline: top + row.name.baseline, width: codesX - PAGE.left });
  const style = styleFor(code.length, row.code.style, place.width);
  paper.characters('P', charactersOf(code, grouping, codesX, style.size), style, top + row.code.baseline);
  paper.line('P', texts.use, row.use.style, { ...place, baseline: top + row.use.baseline });
}

const warningPlace = ({ warning }: InsideLayout) => ({ x: PAGE.left + warning.padding, width: PAGE.inner - 2 * warning.padding });

function warningHeight({ paper, texts, layout: { inside } }: EnvelopePage): number {
  const { text, padding, titleDrop } = inside.warning;
  return titleDrop + paper.linesOf(texts.envelope.warning.text, text, warningPlace(inside).width) * text.leading + padding;
}

/** The one framed text of the sheet. Returns its lower edge. */
function drawWarning(page: EnvelopePage, top: number): number {
  const { paper, texts: { envelope: said }, layout: { inside } } = page;
  const { title, text, titleDrop } = inside.warning;
  const height = warningHeight(page);
  paper.frame({ x: PAGE.left, y: top, width: PAGE.inner, height });
  paper.line('H2', said.warning.title, title, { ...warningPlace(inside), baseline: top + titleDrop });
  paper.paragraph('P', said.warning.text, text, { ...warningPlace(inside), baseline: top + titleDrop + text.leading });
  return top + height;
}

/** What the citizen needs at home: last, and left out where large print has filled the sheet, for the card itself names its type. */
function drawColumns({ paper, data, texts: { envelope: said }, layout }: EnvelopePage, baseline: number, bottom: number): void {
  const { title, text } = layout.inside.columns;
  const gap = 18;
  const width = (PAGE.inner - gap) / 2 - 8;
  const columns = [said.needed(data.cardType), said.notDone];
  const last = baseline + Math.max(...columns.map((column) => paper.linesOf(column.text, text, width))) * text.leading;
  if (last + text.leading / 2 > bottom) return;
  columns.forEach((column, index) => {
    const place = { x: PAGE.left + index * (PAGE.inner / 2 + gap / 2), width };
    paper.line('H2', column.title, title, { ...place, baseline });
    paper.paragraph('P', column.text, text, { ...place, baseline: baseline + text.leading });
  });
}
