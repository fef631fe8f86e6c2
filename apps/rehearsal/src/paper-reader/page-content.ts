// SPDX-License-Identifier: AGPL-3.0-or-later
import { after, identity, map, type Matrix } from './matrix';
import type { Mark, Point } from './paper';
import { PdfLexer } from './pdf-lexer';
import { isArray, isBytes, isOperator, nameOf, numberOf, type PdfValue } from './pdf-value';
import type { ToUnicode } from './to-unicode';
import { UnreadablePaper } from './unreadable-paper';

export type Font = { readonly name: string; readonly toUnicode: ToUnicode };

type GraphicsState = {
  readonly toPage: Matrix;
  readonly font: Font | undefined;
  readonly fontSize: number;
  readonly fillShade: number;
  readonly strokeShade: number;
  readonly lineWidth: number;
};
type Rectangle = Point & { readonly width: number; readonly height: number };
type Line = { readonly from: Point; readonly to: Point };

/** Follows the operators of one page (ISO 32000-1 annex A) that put text, straight lines and rectangles on paper; curves and clips are passed over. */
export class PageContentReader {
  private readonly marks: Mark[] = [];
  private readonly stack: GraphicsState[] = [];
  private state: GraphicsState;
  private lineMatrix: Matrix = identity;
  private leading = 0;
  private rectangles: Rectangle[] = [];
  private lines: Line[] = [];
  private pen: Point = { x: 0, y: 0 };

  constructor(
    pageHeight: number,
    private readonly fonts: ReadonlyMap<string, Font>,
  ) {
    this.state = { toPage: [1, 0, 0, -1, 0, pageHeight], font: undefined, fontSize: 0, fillShade: 0, strokeShade: 0, lineWidth: 1 };
  }

  /** @throws UnreadablePaper */
  read(content: Uint8Array): readonly Mark[] {
    const lexer = new PdfLexer(content);
    let operands: PdfValue[] = [];
    for (let token = lexer.next(); token !== undefined; token = lexer.next()) {
      if (isOperator(token)) {
        this.apply(token.word, operands);
        operands = [];
      } else {
        operands.push(token);
      }
    }
    return this.marks;
  }

  private apply(operator: string, operands: readonly PdfValue[]): void {
    const number = (index: number): number => numberOf(operands[index]);
    const step = (x: number, y: number): Matrix => after([1, 0, 0, 1, x, y], this.lineMatrix);
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
      case 'w':
        this.state = { ...this.state, lineWidth: number(0) };
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
        this.lineMatrix = step(number(0), number(1));
        return;
      case 'TD':
        this.leading = -number(1);
        this.lineMatrix = step(number(0), number(1));
        return;
      case 'T*':
        this.lineMatrix = step(0, -this.leading);
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
        this.state = { ...this.state, fillShade: shadeOf(operands) };
        return;
      case 'G':
      case 'RG':
      case 'SC':
      case 'SCN':
        this.state = { ...this.state, strokeShade: shadeOf(operands) };
        return;
      case 're':
        this.rectangles.push(this.rectangleOf(number(0), number(1), number(2), number(3)));
        return;
      case 'm':
        this.pen = map(this.state.toPage, number(0), number(1));
        return;
      case 'l':
        this.lineTo(map(this.state.toPage, number(0), number(1)));
        return;
      default:
        this.paint(operator);
    }
  }

  private lineTo(to: Point): void {
    this.lines.push({ from: this.pen, to });
    this.pen = to;
  }

  /** Ends a path (§8.5.3): fills it, strokes it, both, or with `n` neither. */
  private paint(operator: string): void {
    const isFilling = ['f', 'F', 'f*', 'B', 'B*', 'b', 'b*'].includes(operator);
    const isStroking = ['S', 's', 'B', 'B*', 'b', 'b*'].includes(operator);
    if (!isFilling && !isStroking && operator !== 'n') return;
    const { fillShade, strokeShade, lineWidth } = this.state;
    if (isFilling) this.marks.push(...this.rectangles.map((rectangle) => ({ kind: 'box' as const, ...rectangle, shade: fillShade })));
    if (isStroking) {
      const strokes = [...this.lines, ...this.rectangles.flatMap(edgesOf)];
      this.marks.push(...strokes.map((line) => ({ kind: 'stroke' as const, ...line, width: lineWidth, shade: strokeShade })));
    }
    this.rectangles = [];
    this.lines = [];
  }

  /** The pieces of one operation are one run: the numbers between them are kerning. Every run is placed by its own matrix, so widths do not matter. */
  private show(pieces: readonly PdfValue[]): void {
    const { font, fontSize, toPage } = this.state;
    if (font === undefined) throw new UnreadablePaper('text without a font');
    const text = pieces
      .filter(isBytes)
      .map((piece) => decode(piece.bytes, font.toUnicode))
      .join('');
    const place = after(this.lineMatrix, toPage);
    if (text.trim() !== '') this.marks.push({ kind: 'text', ...map(place, 0, 0), size: fontSize * Math.hypot(place[2], place[3]), font: font.name, text });
  }

  private rectangleOf(x: number, y: number, width: number, height: number): Rectangle {
    const [from, to] = [map(this.state.toPage, x, y), map(this.state.toPage, x + width, y + height)];
    return { x: Math.min(from.x, to.x), y: Math.min(from.y, to.y), width: Math.abs(to.x - from.x), height: Math.abs(to.y - from.y) };
  }
}

const edgesOf = ({ x, y, width, height }: Rectangle): readonly Line[] => {
  const [topLeft, topRight, bottomRight, bottomLeft] = [{ x, y }, { x: x + width, y }, { x: x + width, y: y + height }, { x, y: y + height }] as const;
  return [
    { from: topLeft, to: topRight },
    { from: topRight, to: bottomRight },
    { from: bottomRight, to: bottomLeft },
    { from: bottomLeft, to: topLeft },
  ];
};

/** Paper of ours is black on white: the mean of grey or RGB is shade enough. */
const shadeOf = (operands: readonly PdfValue[]): number => {
  const components = operands.filter((operand) => typeof operand === 'number');
  return components.reduce((sum, component) => sum + component, 0) / Math.max(1, components.length);
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
