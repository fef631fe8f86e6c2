// SPDX-License-Identifier: AGPL-3.0-or-later
import { after, identity, map, type Matrix } from './matrix';
import type { Box, PageContent, Point, Stroke, TextRun } from './paper';
import { PdfLexer } from './pdf-lexer';
import { isArray, isBytes, isOperator, nameOf, numberOf, type PdfValue } from './pdf-value';
import type { ToUnicode } from './to-unicode';
import { UnreadablePaper } from './unreadable-paper';

export type Font = { readonly name: string; readonly toUnicode: ToUnicode };
type GraphicsState = {
  readonly toPage: Matrix;
  readonly font: Font | undefined;
  readonly fontSize: number;
  readonly isDark: boolean;
  /** Within a clip only hatching is drawn, which says nothing. */
  readonly isClipped: boolean;
};

/** Follows the operators of one page (ISO 32000-1 annex A) that put text, straight lines and rectangles on paper; curves are passed over. */
export class PageContentReader {
  private readonly texts: TextRun[] = [];
  private readonly boxes: Box[] = [];
  private readonly strokes: Stroke[] = [];
  private readonly stack: GraphicsState[] = [];
  private state: GraphicsState;
  private lineMatrix: Matrix = identity;
  private leading = 0;
  private rectangles: Box[] = [];
  private lines: Stroke[] = [];
  private pen: Point = { x: 0, y: 0 };

  constructor(
    pageHeight: number,
    private readonly fonts: ReadonlyMap<string, Font>,
  ) {
    this.state = { toPage: [1, 0, 0, -1, 0, pageHeight], font: undefined, fontSize: 0, isDark: true, isClipped: false };
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
    return { texts: this.texts, boxes: this.boxes, strokes: this.strokes };
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
        this.rectangles.push(this.boxOf(number(0), number(1), number(2), number(3)));
        return;
      case 'm':
        this.pen = map(this.state.toPage, number(0), number(1));
        return;
      case 'l':
        this.lineTo(map(this.state.toPage, number(0), number(1)));
        return;
      case 'W':
      case 'W*':
        this.state = { ...this.state, isClipped: true };
        return;
      case 'f':
      case 'F':
      case 'f*':
        this.paint({ isFilled: true, isStroked: false });
        return;
      case 'S':
      case 's':
        this.paint({ isFilled: false, isStroked: true });
        return;
      case 'B':
      case 'B*':
      case 'b':
      case 'b*':
        this.paint({ isFilled: true, isStroked: true });
        return;
      case 'n':
        this.paint({ isFilled: false, isStroked: false });
    }
  }

  private lineTo(to: Point): void {
    this.lines.push({ from: this.pen, to });
    this.pen = to;
  }

  private paint({ isFilled, isStroked }: { readonly isFilled: boolean; readonly isStroked: boolean }): void {
    if (isFilled && this.state.isDark) this.boxes.push(...this.rectangles);
    if (isStroked && !this.state.isClipped) this.strokes.push(...this.lines, ...this.rectangles.flatMap(edgesOf));
    this.rectangles = [];
    this.lines = [];
  }

  /** The pieces of one operation are one run: the numbers between them are kerning. Every run is placed by its own matrix, so widths do not matter. */
  private show(pieces: readonly PdfValue[]): void {
    const { font, fontSize, toPage } = this.state;
    if (font === undefined) throw new UnreadablePaper('text without a font');
    const text = pieces.filter(isBytes).map((piece) => decode(piece.bytes, font.toUnicode)).join('');
    const place = after(this.lineMatrix, toPage);
    const { x, y }: Point = map(place, 0, 0);
    if (text.trim() !== '') this.texts.push({ x, y, size: fontSize * Math.hypot(place[2], place[3]), font: font.name, text });
  }

  private boxOf(x: number, y: number, width: number, height: number): Box {
    const [from, to] = [map(this.state.toPage, x, y), map(this.state.toPage, x + width, y + height)];
    return { x: Math.min(from.x, to.x), y: Math.min(from.y, to.y), width: Math.abs(to.x - from.x), height: Math.abs(to.y - from.y) };
  }
}

const edgesOf = ({ x, y, width, height }: Box): readonly Stroke[] => {
  const [topLeft, topRight, bottomRight, bottomLeft] = [{ x, y }, { x: x + width, y }, { x: x + width, y: y + height }, { x, y: y + height }] as const;
  return [
    { from: topLeft, to: topRight },
    { from: topRight, to: bottomRight },
    { from: bottomRight, to: bottomLeft },
    { from: bottomLeft, to: topLeft },
  ];
};

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
