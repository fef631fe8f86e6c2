// SPDX-License-Identifier: AGPL-3.0-or-later
import { after, identity, map, type Matrix, type Point } from './matrix';
import { PdfLexer } from './pdf-lexer';
import { isArray, isBytes, isOperator, nameOf, numberOf, type PdfValue } from './pdf-value';
import type { ToUnicode } from './to-unicode';
import { UnreadablePaper } from './unreadable-paper';

/** Text as it stands on the sheet. Points (1/72 inch) from the top left corner; `y` is the baseline. */
export type TextRun = { readonly x: number; readonly y: number; readonly size: number; readonly text: string };
/** A filled rectangle, black unless it is a shade: bars and dots of the barcodes are such. */
export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
export type PageContent = { readonly texts: readonly TextRun[]; readonly boxes: readonly Box[] };

type Font = { readonly toUnicode: ToUnicode };
type GraphicsState = { readonly toPage: Matrix; readonly font: Font | undefined; readonly fontSize: number; readonly isDark: boolean };

/** Follows the operators of one page (ISO 32000-1 annex A) that put text and filled rectangles on paper; lines and curves are passed over. */
export class PageContentReader {
  private readonly texts: TextRun[] = [];
  private readonly boxes: Box[] = [];
  private readonly stack: GraphicsState[] = [];
  private state: GraphicsState;
  private lineMatrix: Matrix = identity;
  private leading = 0;
  private path: Box[] = [];

  constructor(
    pageHeight: number,
    private readonly fonts: ReadonlyMap<string, Font>,
  ) {
    this.state = { toPage: [1, 0, 0, -1, 0, pageHeight], font: undefined, fontSize: 0, isDark: true };
  }

  /** @throws UnreadablePaper */
  read(content: Uint8Array): PageContent {
    const lexer = new PdfLexer(content);
    let operands: PdfValue[] = [];
    for (let token = lexer.next(); token !== undefined; token = lexer.next()) {
      if (!isOperator(token)) {
        operands.push(token);
        continue;
      }
      this.apply(token.word, operands);
      operands = [];
    }
    return { texts: this.texts, boxes: this.boxes };
  }

  private apply(operator: string, operands: readonly PdfValue[]): void {
    const number = (index: number): number => numberOf(operands[index]);
    switch (operator) {
      case 'q':
        this.stack.push(this.state);
        return;
      case 'Q':
        this.state = this.stack.pop() ?? this.state;
        return;
      case 'cm':
        this.state = { ...this.state, toPage: after(matrixOf(operands), this.state.toPage) };
        return;
      case 'BT':
        this.lineMatrix = identity;
        return;
      case 'Tm':
        this.lineMatrix = matrixOf(operands);
        return;
      case 'TL':
        this.leading = number(0);
        return;
      case 'Td':
        this.lineMatrix = after([1, 0, 0, 1, number(0), number(1)], this.lineMatrix);
        return;
      case 'TD':
        this.leading = -number(1);
        this.lineMatrix = after([1, 0, 0, 1, number(0), number(1)], this.lineMatrix);
        return;
      case 'T*':
        this.lineMatrix = after([1, 0, 0, 1, 0, -this.leading], this.lineMatrix);
        return;
      case 'Tf':
        this.state = { ...this.state, font: this.fonts.get(nameOf(operands[0]) ?? ''), fontSize: number(1) };
        return;
      case 'Tj':
        this.show(operands);
        return;
      case 'TJ':
        this.show(isArray(operands[0]) ? operands[0] : []);
        return;
      case 'g':
      case 'rg':
      case 'sc':
      case 'scn':
        this.state = { ...this.state, isDark: operands.every((shade) => typeof shade !== 'number' || shade < 0.5) };
        return;
      case 're':
        this.path.push(this.boxOf(number(0), number(1), number(2), number(3)));
        return;
      case 'f':
      case 'F':
      case 'f*':
      case 'B':
      case 'B*':
        if (this.state.isDark) this.boxes.push(...this.path);
        this.path = [];
        return;
      case 'S':
      case 's':
      case 'n':
        this.path = [];
    }
  }

  /** The pieces of one operation are one run: the numbers between them are kerning. Every run is placed by its own matrix, so widths do not matter. */
  private show(pieces: readonly PdfValue[]): void {
    const { font, fontSize, toPage } = this.state;
    if (font === undefined) throw new UnreadablePaper('text without a font');
    const text = pieces.filter(isBytes).map((piece) => decode(piece.bytes, font.toUnicode)).join('');
    const place = after(this.lineMatrix, toPage);
    const { x, y }: Point = map(place, 0, 0);
    if (text.trim() !== '') this.texts.push({ x, y, size: fontSize * Math.hypot(place[2], place[3]), text });
  }

  private boxOf(x: number, y: number, width: number, height: number): Box {
    const [from, to] = [map(this.state.toPage, x, y), map(this.state.toPage, x + width, y + height)];
    return { x: Math.min(from.x, to.x), y: Math.min(from.y, to.y), width: Math.abs(to.x - from.x), height: Math.abs(to.y - from.y) };
  }
}

const matrixOf = (operands: readonly PdfValue[]): Matrix => {
  const [a, b, c, d, e, f] = operands.map(numberOf);
  if (f === undefined) throw new UnreadablePaper('a matrix is too short');
  return [a ?? 0, b ?? 0, c ?? 0, d ?? 0, e ?? 0, f];
};

const decode = (bytes: Uint8Array, toUnicode: ToUnicode): string => {
  let text = '';
  for (let index = 0; index + 1 < bytes.length; index += 2) text += toUnicode.get(((bytes[index] ?? 0) << 8) | (bytes[index + 1] ?? 0)) ?? '\ufffd';
  return text;
};
