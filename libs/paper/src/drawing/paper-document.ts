// SPDX-License-Identifier: AGPL-3.0-or-later
import PDFDocument from 'pdfkit';
import type { Language } from '../text/language';
import type { Barcode } from './barcode';
import { FONT_NAMES, fontNamed } from './fonts';
import type { FontName } from './fonts';
import { PAGE } from './page';
import { pictureFacts } from './picture-facts';
import type { Rectangle } from './page';
import { runsOf, widthOf, wrap } from './rich-text';
import type { Line, RichText } from './rich-text';
import { STYLES } from './styles';
import type { Style } from './styles';

export interface DocumentHead {
  /** What a viewer shows on its window: no name, no code. */
  readonly title: string;
  readonly language: Language;
  /** The date of the file. */
  readonly date: Date;
  /** Leaves everything in the file as it is drawn: deflating would leave copies in memory that nobody can wipe. */
  readonly isSecret?: boolean;
}

/** Where text stands: the first line's baseline, from the page's top. */
export interface Place {
  readonly x: number;
  readonly baseline: number;
  readonly width: number;
  readonly align?: 'left' | 'center' | 'right';
}

/** Tags of PDF's structure (ISO 32000-1 §14.8.4): what a screen reader hears. */
export type BlockTag = 'H1' | 'H2' | 'P' | 'TH' | 'TD' | 'Figure';
export type GroupTag = 'Sect' | 'Table' | 'TR';

/** An A4 document in black, PDF/A-1b and tagged. Lengths are points, the origin is the page's top left corner. */
export class PaperDocument {
  readonly #pdf: PDFKit.PDFDocument;
  readonly #chunks: Buffer[] = [];
  readonly #ended: Promise<void>;
  #parent: PDFKit.PDFStructureElement;

  constructor(head: DocumentHead) {
    const { title, language, date, isSecret = false } = head;
    this.#pdf = new PDFDocument({
      size: [PAGE.width, PAGE.height],
      margin: 0,
      autoFirstPage: false,
      compress: !isSecret,
      pdfVersion: '1.4',
      subset: 'PDF/A-1b',
      tagged: true,
      lang: language,
      displayTitle: true,
      // No standard font: PDF/A wants every font in the file, and reading Helvetica's measures takes longer than a page.
      font: '',
      info: { Title: title, Creator: 'Sportello TS-CNS', CreationDate: date },
    });
    this.#pdf.on('data', (chunk: Buffer) => this.#chunks.push(chunk));
    this.#ended = new Promise((resolve, reject) => this.#pdf.once('end', resolve).once('error', reject));
    for (const name of FONT_NAMES) this.#pdf.registerFont(name, fontNamed(name));
    this.#parent = this.#pdf.struct('Document');
    this.#pdf.addStructure(this.#parent);
  }

  /** A new page; `testLine` stands on top of it when something in the installation is a test. */
  addPage(testLine?: string): void {
    this.#pdf.addPage();
    if (testLine !== undefined) this.line('P', testLine, STYLES.test, { x: PAGE.left, baseline: PAGE.top - 14, width: PAGE.inner, align: 'center' });
  }

  /** Parts that belong together; `language` when it may be another than the document's. */
  group(tag: GroupTag, draw: () => void, language?: Language): void {
    const outer = this.#parent;
    const group = this.#pdf.struct(tag, { ...(language && { lang: language }) });
    outer.add(group);
    this.#parent = group;
    draw();
    group.end();
    this.#parent = outer;
  }

  /** One line, set smaller when it would be wider than its place. */
  line(tag: BlockTag, text: RichText, style: Style, place: Place): void {
    const line = runsOf(text, style.font);
    const width = widthOf(line, this.#measureAt(style.size));
    const size = Math.min(style.size, (style.size * place.width) / width);
    this.#block(tag, () => this.#draw(line, size, place));
  }

  /** One line, set smaller down to `least`, then two lines: the upper one is the one that gives way, upwards. */
  headline(tag: BlockTag, text: RichText, style: Style, place: Place, least: number): void {
    const line = runsOf(text, style.font);
    let size = style.size;
    let lines = wrap(line, place.width, this.#measureAt(size));
    while (lines.length > (size > least ? 1 : 2)) {
      size -= 0.5;
      lines = wrap(line, place.width, this.#measureAt(size));
    }
    const leading = size * 1.1;
    this.#block(tag, () =>
      lines.forEach((part, index) => this.#draw(part, size, { ...place, baseline: place.baseline - (lines.length - 1 - index) * leading })),
    );
  }

  /** As many lines as it takes. Returns the baseline of the last one. */
  paragraph(tag: BlockTag, text: RichText, style: Style, place: Place): number {
    const lines = wrap(runsOf(text, style.font), place.width, this.#measureAt(style.size));
    this.#block(tag, () => lines.forEach((line, index) => this.#draw(line, style.size, { ...place, baseline: place.baseline + index * style.leading })));
    return place.baseline + (lines.length - 1) * style.leading;
  }

  widthOf(text: RichText, style: Style): number {
    return widthOf(runsOf(text, style.font), this.#measureAt(style.size));
  }

  /** How many lines a paragraph will take. */
  linesOf(text: RichText, style: Style, width: number): number {
    return wrap(runsOf(text, style.font), width, this.#measureAt(style.size)).length;
  }

  /** Single characters at a fixed pitch, from `x`: each is a text of its own. */
  characters(tag: BlockTag, characters: Iterable<{ readonly character: string; readonly x: number }>, style: Style, baseline: number): void {
    this.#block(tag, () => {
      this.#pdf.font(style.font, style.size);
      for (const { character, x } of characters) this.#pdf.text(character, x, baseline, { lineBreak: false, baseline: 'alphabetic' });
    });
  }

  barcode(alt: string, barcode: Barcode, { x, y, width, height }: Rectangle): void {
    const [perColumn, perRow] = [width / barcode.width, height / barcode.height];
    this.#block(
      'Figure',
      () => {
        for (const bar of barcode.bars) this.#pdf.rect(x + bar.x * perColumn, y + bar.y * perRow, bar.width * perColumn, bar.height * perRow);
        this.#pdf.fill('black');
      },
      { alt, bbox: [x, y, x + width, y + height] },
    );
  }

  /** A picture, as large as fits, at the rectangle's top left. Returns how wide it came out; nothing is drawn of what is no picture or not fit for paper. */
  picture(alt: string, content: Buffer, { x, y, width, height }: Rectangle): number {
    const facts = pictureFacts(content);
    if (!facts?.isFitForPaper) return 0;
    const scale = Math.min(width / facts.width, height / facts.height);
    const size = { width: facts.width * scale, height: facts.height * scale };
    this.#block('Figure', () => this.#pdf.image(content, x, y, size), { alt, bbox: [x, y, x + size.width, y + size.height] });
    return size.width;
  }

  rule(y: number, weight = 1, from: number = PAGE.left, to: number = PAGE.right): void {
    this.decoration((pdf) => pdf.moveTo(from, y).lineTo(to, y).lineWidth(weight).stroke('black'));
  }

  /** A white box with a black edge that lies inside the rectangle. */
  frame({ x, y, width, height }: Rectangle, weight = 1): void {
    this.decoration((pdf) => pdf.rect(x + weight / 2, y + weight / 2, width - weight, height - weight).lineWidth(weight).fillAndStroke('white', 'black').fillColor('black'));
  }

  /** What a screen reader passes over. */
  decoration(draw: (pdf: PDFKit.PDFDocument) => void): void {
    this.#pdf.markContent('Artifact', { type: 'Layout' });
    draw(this.#pdf);
    this.#pdf.endMarkedContent();
  }

  /** The file. The pieces that pdfkit handed out on the way are wiped. */
  async finish(): Promise<Buffer> {
    this.#parent.end();
    this.#pdf.end();
    await this.#ended;
    const file = Buffer.concat(this.#chunks);
    for (const chunk of this.#chunks) chunk.fill(0);
    return file;
  }

  #block(tag: BlockTag, draw: () => void, options: { alt?: string; bbox?: [number, number, number, number] } = {}): void {
    const block = this.#pdf.struct(tag, options);
    this.#parent.add(block);
    block.add(draw);
    block.end();
  }

  #draw(line: Line, size: number, { x, baseline, width, align = 'left' }: Place): void {
    const measure = this.#measureAt(size);
    const free = align === 'left' ? 0 : width - widthOf(line, measure);
    let left = x + (align === 'center' ? free / 2 : free);
    for (const [index, run] of line.entries()) {
      this.#pdf.font(run.font, size).text(run.text, left, baseline, { lineBreak: false, baseline: 'alphabetic' });
      if (index < line.length - 1) left += measure(run.font, run.text);
    }
  }

  #measureAt(size: number) {
    return (font: FontName, text: string): number => this.#pdf.font(font, size).widthOfString(text);
  }
}
