// SPDX-License-Identifier: AGPL-3.0-or-later
import { isOperator, nameOf, type PdfValue } from './pdf-value';
import { UnreadablePaper } from './unreadable-paper';

const whitespace = new Set([0x00, 0x09, 0x0a, 0x0c, 0x0d, 0x20]);
const delimiters = new Set(Buffer.from('()<>[]{}/%', 'latin1'));
const escapes: Readonly<Record<string, number>> = { n: 0x0a, r: 0x0d, t: 0x09, b: 0x08, f: 0x0c };

const isRegular = (byte: number | undefined): boolean => byte !== undefined && !whitespace.has(byte) && !delimiters.has(byte);
const isNumber = (word: string): boolean => /^[+-]?(\d+\.?\d*|\.\d+)$/.test(word);

/** Reads objects one after the other from a file or a content stream (ISO 32000-1 §7.2, §7.3). */
export class PdfLexer {
  constructor(
    private readonly bytes: Uint8Array,
    public position = 0,
  ) {}

  /** The next object, or undefined at the end. */
  next(): PdfValue | undefined {
    this.skipBlanks();
    const byte = this.bytes[this.position];
    if (byte === undefined) return undefined;
    switch (String.fromCharCode(byte)) {
      case '/':
        return this.readName();
      case '(':
        return this.readLiteralString();
      case '[':
        this.position += 1;
        return this.readUntil(']');
      case '<':
        return this.bytes[this.position + 1] === byte ? this.readDictionary() : this.readHexString();
      default:
        return this.readWord();
    }
  }

  private skipBlanks(): void {
    for (;;) {
      const byte = this.bytes[this.position];
      if (byte === undefined) return;
      if (byte === 0x25) this.skipComment();
      else if (whitespace.has(byte)) this.position += 1;
      else return;
    }
  }

  private skipComment(): void {
    for (let byte = this.bytes[this.position]; byte !== undefined && byte !== 0x0a && byte !== 0x0d; byte = this.bytes[this.position]) this.position += 1;
  }

  private readRegular(): string {
    const start = this.position;
    while (isRegular(this.bytes[this.position])) this.position += 1;
    return Buffer.from(this.bytes.subarray(start, this.position)).toString('latin1');
  }

  private readName(): PdfValue {
    this.position += 1;
    const name = this.readRegular().replace(/#([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
    return { kind: 'name', name };
  }

  private readWord(): PdfValue {
    const word = this.readRegular();
    if (word === '') {
      const isDoubled = this.bytes[this.position] === 0x3e && this.bytes[this.position + 1] === 0x3e;
      const mark = String.fromCharCode(this.bytes[this.position] ?? 0).repeat(isDoubled ? 2 : 1);
      this.position += mark.length;
      return { kind: 'operator', word: mark };
    }
    if (word === 'true' || word === 'false') return word === 'true';
    if (word === 'null') return null;
    if (!isNumber(word)) return { kind: 'operator', word };
    return this.readReferenceAfter(word) ?? Number(word);
  }

  /** `12 0 R` begins like two numbers: look ahead, and step back when it is none. */
  private readReferenceAfter(word: string): PdfValue | undefined {
    const ahead = Buffer.from(this.bytes.subarray(this.position, this.position + 16)).toString('latin1');
    const rest = /^\s+\d+\s+R(?![^\s()<>[\]{}/%])/.exec(ahead);
    if (rest === null || !/^\d+$/.test(word)) return undefined;
    this.position += rest[0].length;
    return { kind: 'reference', number: Number(word) };
  }

  private readUntil(end: ']' | '>>'): readonly PdfValue[] {
    const values: PdfValue[] = [];
    for (;;) {
      const value = this.next();
      if (value === undefined) throw new UnreadablePaper('an array or a dictionary has no end');
      if (isOperator(value) && value.word === end) return values;
      values.push(value);
    }
  }

  private readDictionary(): PdfValue {
    this.position += 2;
    const flat = this.readUntil('>>');
    const entries = new Map<string, PdfValue>();
    for (let index = 0; index + 1 < flat.length; index += 2) {
      const name = nameOf(flat[index]);
      if (name === undefined) throw new UnreadablePaper('a dictionary has a key that is no name');
      entries.set(name, flat[index + 1] ?? null);
    }
    return { kind: 'dictionary', entries };
  }

  private readHexString(): PdfValue {
    const end = this.bytes.indexOf(0x3e, this.position);
    if (end < 0) throw new UnreadablePaper('a string has no end');
    const digits = Buffer.from(this.bytes.subarray(this.position + 1, end)).toString('latin1').replace(/\s/g, '');
    this.position = end + 1;
    return { kind: 'bytes', bytes: Buffer.from(digits.length % 2 === 0 ? digits : `${digits}0`, 'hex') };
  }

  private readLiteralString(): PdfValue {
    const bytes: number[] = [];
    let depth = 1;
    for (this.position += 1; depth > 0; this.position += 1) {
      const byte = this.bytes[this.position];
      if (byte === undefined) throw new UnreadablePaper('a string has no end');
      if (byte === 0x5c) {
        bytes.push(...this.readEscape());
        continue;
      }
      if (byte === 0x28) depth += 1;
      if (byte === 0x29) depth -= 1;
      if (depth > 0) bytes.push(byte);
    }
    return { kind: 'bytes', bytes: Uint8Array.from(bytes) };
  }

  /** Leaves the position on the last byte of the escape. */
  private readEscape(): readonly number[] {
    const octal = /^[0-7]{1,3}/.exec(Buffer.from(this.bytes.subarray(this.position + 1, this.position + 4)).toString('latin1'));
    if (octal !== null) {
      this.position += octal[0].length;
      return [parseInt(octal[0], 8) & 0xff];
    }
    this.position += 1;
    const byte = this.bytes[this.position];
    if (byte === undefined || byte === 0x0a) return [];
    return [escapes[String.fromCharCode(byte)] ?? byte];
  }
}
