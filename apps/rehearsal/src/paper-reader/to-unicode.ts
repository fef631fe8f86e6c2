// SPDX-License-Identifier: AGPL-3.0-or-later
import { PdfLexer } from './pdf-lexer';
import { isArray, isBytes, isOperator, type PdfValue } from './pdf-value';
import { UnreadablePaper } from './unreadable-paper';

/** From a character code of two bytes to the text that it stands for (ISO 32000-1 §9.10.3). */
export type ToUnicode = ReadonlyMap<number, string>;

const codeOf = (value: PdfValue | undefined): number => {
  if (!isBytes(value) || value.bytes.length !== 2) throw new UnreadablePaper('a character code is not two bytes');
  return Buffer.from(value.bytes).readUInt16BE();
};

const textOf = (value: PdfValue | undefined): string => {
  if (!isBytes(value) || value.bytes.length % 2 !== 0) throw new UnreadablePaper('a character has no text');
  return Buffer.from(value.bytes).swap16().toString('utf16le');
};

const follower = (text: string, steps: number): string => {
  const units = Array.from(text);
  const last = units.pop()?.codePointAt(0) ?? 0;
  return `${units.join('')}${String.fromCodePoint(last + steps)}`;
};

/** @throws UnreadablePaper when the map uses more than bfchar and bfrange over two-byte codes. */
export const readToUnicode = (stream: Uint8Array): ToUnicode => {
  const map = new Map<number, string>();
  const lexer = new PdfLexer(stream);
  let operands: PdfValue[] = [];
  for (let token = lexer.next(); token !== undefined; token = lexer.next()) {
    if (!isOperator(token)) {
      operands.push(token);
      continue;
    }
    if (token.word === 'endbfchar') readCharacters(operands, map);
    if (token.word === 'endbfrange') readRanges(operands, map);
    operands = [];
  }
  return map;
};

const readCharacters = (operands: readonly PdfValue[], map: Map<number, string>): void => {
  for (let index = 0; index < operands.length; index += 2) map.set(codeOf(operands[index]), textOf(operands[index + 1]));
};

const readRanges = (operands: readonly PdfValue[], map: Map<number, string>): void => {
  for (let index = 0; index < operands.length; index += 3) {
    const [from, to, target] = [codeOf(operands[index]), codeOf(operands[index + 1]), operands[index + 2]];
    for (let code = from; code <= to; code += 1) {
      map.set(code, isArray(target) ? textOf(target[code - from]) : follower(textOf(target), code - from));
    }
  }
};
