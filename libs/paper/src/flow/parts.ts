// SPDX-License-Identifier: AGPL-3.0-or-later
import { assertNever } from '@sportello/domain';
import { qrCode } from '../drawing/barcode';
import { PAGE, mm } from '../drawing/page';
import type { PaperDocument } from '../drawing/paper-document';
import { STYLES } from '../drawing/styles';
import type { Block } from './block';
import { drawRows, heightOfRows } from './rows';

const WHOLE = { x: PAGE.left, width: PAGE.inner };
const UNDER_TITLE = 18;
const BULLET = 14;
/** Room for a hand to sign in. */
const SIGNATURE_ROOM = 47;
const SIGNATURE_LABEL = 16;
const FRAME = { padding: 13 };
/** A module is about half a millimetre: what printers at a desk and telephones manage. */
const QR_CODE = { side: mm(48), gap: 16 };

type Of<Kind extends Block['kind']> = Extract<Block, { readonly kind: Kind }>;

/** From the last baseline or line of what stands above to the block's first baseline. */
export function gapBefore(block: Block): number {
  switch (block.kind) {
    case 'rows':
      return 31;
    case 'text':
    case 'list':
      return 'title' in block && block.title !== undefined ? 34 : 20;
    case 'frame':
    case 'qr-code':
      return 18;
    case 'signatures':
      return SIGNATURE_ROOM;
    default:
      return assertNever(block);
  }
}

/** From the first baseline to the last baseline or line. */
export function heightOf(paper: PaperDocument, block: Block): number {
  switch (block.kind) {
    case 'rows':
      return heightOfRows(paper, block.rows);
    case 'text':
      return (block.title === undefined ? 0 : UNDER_TITLE) + (paper.linesOf(block.text, STYLES.text, PAGE.inner) - 1) * STYLES.text.leading;
    case 'list':
      return UNDER_TITLE - STYLES.text.leading + block.items.reduce((height, item) => height + paper.linesOf(item, STYLES.text, PAGE.inner - BULLET) * STYLES.text.leading + ITEM_GAP, -ITEM_GAP);
    case 'frame':
      return heightOfFrame(paper, block);
    case 'qr-code':
      return QR_CODE.side;
    case 'signatures':
      return SIGNATURE_LABEL;
    default:
      return assertNever(block);
  }
}

const ITEM_GAP = 3;

/** Draws with the first baseline at `y`; ends `heightOf` further down. */
export function drawBlock(paper: PaperDocument, y: number, block: Block): void {
  switch (block.kind) {
    case 'rows':
      drawRows(paper, y, block.title, block.rows);
      return;
    case 'text':
      if (block.title !== undefined) paper.line('H2', block.title, STYLES.section, { ...WHOLE, baseline: y });
      paper.paragraph('P', block.text, STYLES.text, { ...WHOLE, baseline: block.title === undefined ? y : y + UNDER_TITLE });
      return;
    case 'list':
      drawList(paper, y, block);
      return;
    case 'frame':
      drawFrame(paper, y, block);
      return;
    case 'qr-code':
      drawQrCode(paper, y, block);
      return;
    case 'signatures':
      drawSignatures(paper, y, block);
      return;
    default:
      assertNever(block);
  }
}

function drawList(paper: PaperDocument, y: number, { title, items }: Of<'list'>): void {
  paper.line('H2', title, STYLES.section, { ...WHOLE, baseline: y });
  let baseline = y + UNDER_TITLE;
  for (const item of items) {
    const middle = baseline - STYLES.text.size * 0.3;
    paper.decoration((pdf) => pdf.circle(PAGE.left + 4, middle, 1.6).fill('black'));
    baseline = paper.paragraph('P', item, STYLES.text, { x: PAGE.left + BULLET, baseline, width: PAGE.inner - BULLET }) + STYLES.text.leading + ITEM_GAP;
  }
}

function heightOfFrame(paper: PaperDocument, { title, text }: Of<'frame'>): number {
  const inner = PAGE.inner - 2 * FRAME.padding;
  const titled = paper.linesOf(title, STYLES.warning, inner) * STYLES.warning.leading;
  return FRAME.padding + titled + (text === '' ? 0 : paper.linesOf(text, STYLES.text, inner) * STYLES.text.leading) + FRAME.padding - 4;
}

function drawFrame(paper: PaperDocument, y: number, block: Of<'frame'>): void {
  const inner = { x: PAGE.left + FRAME.padding, width: PAGE.inner - 2 * FRAME.padding };
  paper.frame({ ...WHOLE, y, height: heightOfFrame(paper, block) });
  const last = paper.paragraph('H2', block.title, STYLES.warning, { ...inner, baseline: y + FRAME.padding + STYLES.warning.size - 2 });
  if (block.text !== '') paper.paragraph('P', block.text, STYLES.text, { ...inner, baseline: last + STYLES.text.leading + 2 });
}

function drawQrCode(paper: PaperDocument, y: number, { title, text, code, alt }: Of<'qr-code'>): void {
  const { side, gap } = QR_CODE;
  paper.barcode(alt, qrCode(code), { x: PAGE.left, y, width: side, height: side });
  const beside = { x: PAGE.left + side + gap, width: PAGE.inner - side - gap };
  paper.line('H2', title, STYLES.section, { ...beside, baseline: y + STYLES.section.size });
  paper.paragraph('P', text, STYLES.text, { ...beside, baseline: y + STYLES.section.size + UNDER_TITLE });
}

function drawSignatures(paper: PaperDocument, y: number, { labels }: Of<'signatures'>): void {
  const columns = [
    { x: PAGE.left, width: 198 },
    { x: PAGE.left + 232, width: PAGE.inner - 232 },
  ] as const;
  columns.forEach(({ x, width }, index) => {
    paper.rule(y, 1, x, x + width);
    paper.line('P', labels[index] ?? '', STYLES.footer, { x, baseline: y + SIGNATURE_LABEL, width });
  });
}
