// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Encoding, KnownCode } from './code-forms';

/** Codes that no card ever had; the PIN is none of the numbers in the tables of a package, which stand in the heaps as source text. */
export const PIN: KnownCode = { kind: 'pin', text: '83175', desk: 0, partner: '58302946' };
export const PUK: KnownCode = { kind: 'puk', text: '58302946', desk: 0 };
export const CIP: KnownCode = { kind: 'cip', text: '7314098265', desk: 0 };
export const PLANTED: readonly KnownCode[] = [PIN, PUK, CIP];

/**
 * As somebody else's program would write the codes, by another way than the sweep's own: a line for each, and for base64 one for each place at which it may begin. In BCD a PIN
 * is a block of ISO 9564-1, format 2.
 */
export const WRITTEN: Readonly<Record<Encoding, (code: KnownCode) => readonly Buffer[]>> = {
  plain: ({ text }) => [Buffer.from(text)],
  reversed: ({ text }) => [Buffer.from(Array.from(text).reverse().join(''))],
  bcd: ({ text }) => [Buffer.from(text.length === 5 ? `25${text}FFFFFFFFF` : text, 'hex')],
  base64: ({ text }) => ['', 'a', 'bc'].map((before) => Buffer.from(Buffer.from(`${before}${text}?`).toString('base64'))),
  base64url: ({ text }) => ['', 'a', 'bc'].map((before) => Buffer.from(Buffer.from(`${before}${text}?`).toString('base64url'))),
  hex: ({ text }) => [Buffer.from(Buffer.from(text).toString('hex'))],
  'utf-16le': ({ text }) => [Buffer.from(text, 'utf16le')],
  'utf-16be': ({ text }) => [Buffer.from(text, 'utf16le').swap16()],
};

export const LINE = Buffer.from('\n');

/** All of them in these encodings. */
export function writtenIn(encodings: readonly Encoding[]): Buffer {
  return Buffer.concat([LINE, ...encodings.flatMap((encoding) => PLANTED.flatMap((code) => WRITTEN[encoding](code).flatMap((bytes) => [bytes, LINE])))]);
}
