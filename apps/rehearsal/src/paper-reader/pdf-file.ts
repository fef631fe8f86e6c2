// SPDX-License-Identifier: AGPL-3.0-or-later
import { inflateSync } from 'node:zlib';
import { PdfLexer } from './pdf-lexer';
import { isArray, isDictionary, isOperator, isReference, nameOf, numberOf, type PdfDictionary, type PdfValue } from './pdf-value';
import { UnreadablePaper } from './unreadable-paper';

type Stored = { readonly value: PdfValue; readonly stream: Uint8Array | undefined };

/** No honest page of ours is larger; a document that inflates beyond this is not read. */
const largestStream = 8 * 1024 * 1024;

/**
 * A PDF file with a classic cross-reference table (ISO 32000-1 §7.5.4), as PDF 1.4 writers make it. Compressed object streams, encryption and
 * incremental updates are refused.
 */
export class PdfFile {
  private readonly offsets: ReadonlyMap<number, number>;
  private readonly trailer: PdfDictionary;

  /** @throws UnreadablePaper */
  constructor(private readonly bytes: Uint8Array) {
    const start = Buffer.from(bytes).lastIndexOf('startxref');
    if (start < 0) throw new UnreadablePaper('no cross-reference table');
    const lexer = new PdfLexer(bytes, numberOf(new PdfLexer(bytes, start + 'startxref'.length).next()));
    this.offsets = readCrossReferences(lexer);
    const trailer = lexer.next();
    if (!isDictionary(trailer) || trailer.entries.has('Prev') || trailer.entries.has('Encrypt')) throw new UnreadablePaper('not a plain trailer');
    this.trailer = trailer;
  }

  /** The pages in order. */
  pages(): readonly PdfDictionary[] {
    return this.pagesUnder(this.dictionary(this.dictionary(this.trailer.entries.get('Root')).entries.get('Pages')), 0);
  }

  value(of: PdfValue | undefined): PdfValue | undefined {
    return isReference(of) ? this.stored(of.number).value : of;
  }

  /** @throws UnreadablePaper when it is no dictionary. */
  dictionary(of: PdfValue | undefined): PdfDictionary {
    const value = this.value(of);
    if (!isDictionary(value)) throw new UnreadablePaper('a dictionary was expected');
    return value;
  }

  /** The bytes of a stream, inflated. Several content streams of a page read as one (§7.8.2). */
  stream(of: PdfValue | undefined): Uint8Array {
    const value = this.value(of);
    if (isArray(value)) return Buffer.concat(value.flatMap((part) => [this.stream(part), Buffer.from('\n')]));
    const raw = isReference(of) ? this.stored(of.number).stream : undefined;
    if (raw === undefined || !isDictionary(value)) throw new UnreadablePaper('a stream was expected');
    const filter = nameOf(this.value(value.entries.get('Filter')));
    if (filter === undefined) return raw;
    if (filter !== 'FlateDecode') throw new UnreadablePaper('a stream is not Flate');
    return inflateSync(raw, { maxOutputLength: largestStream });
  }

  private pagesUnder(node: PdfDictionary, depth: number): readonly PdfDictionary[] {
    if (depth > 16) throw new UnreadablePaper('the page tree is too deep');
    if (nameOf(node.entries.get('Type')) === 'Page') return [node];
    const kids = this.value(node.entries.get('Kids'));
    return isArray(kids) ? kids.flatMap((kid) => this.pagesUnder(this.dictionary(kid), depth + 1)) : [];
  }

  private stored(number: number): Stored {
    const offset = this.offsets.get(number);
    if (offset === undefined) throw new UnreadablePaper('an object is missing');
    const lexer = new PdfLexer(this.bytes, offset);
    for (const expected of [number, undefined, 'obj'] as const) {
      const found = lexer.next();
      if (typeof expected === 'number' && found !== expected) throw new UnreadablePaper('an object is not where the table says');
      if (expected === 'obj' && !(isOperator(found) && found.word === 'obj')) throw new UnreadablePaper('an object is not where the table says');
    }
    const value = lexer.next() ?? null;
    const after = lexer.next();
    if (!isDictionary(value) || !isOperator(after) || after.word !== 'stream') return { value, stream: undefined };
    const begin = this.bytes[lexer.position] === 0x0d ? lexer.position + 2 : lexer.position + 1;
    return { value, stream: this.bytes.subarray(begin, begin + numberOf(this.value(value.entries.get('Length')))) };
  }
}

const readCrossReferences = (lexer: PdfLexer): ReadonlyMap<number, number> => {
  const offsets = new Map<number, number>();
  const head = lexer.next();
  if (!isOperator(head) || head.word !== 'xref') throw new UnreadablePaper('the cross-reference table is not a classic one');
  for (let first = lexer.next(); ; first = lexer.next()) {
    if (isOperator(first) && first.word === 'trailer') return offsets;
    const from = numberOf(first);
    const count = numberOf(lexer.next());
    for (let index = 0; index < count; index += 1) {
      const offset = numberOf(lexer.next());
      lexer.next();
      const use = lexer.next();
      if (isOperator(use) && use.word === 'n') offsets.set(from + index, offset);
    }
  }
};
