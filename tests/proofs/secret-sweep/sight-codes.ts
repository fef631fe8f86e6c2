// SPDX-License-Identifier: AGPL-3.0-or-later
import { CODE_KINDS, type CodeForm, type Encoding, formsOf, type KnownCode } from './code-forms';
import { NeedleFinder } from './needle-finder';

/** A place where the bytes of a code stand. */
export interface Sighting {
  readonly code: KnownCode;
  readonly encoding: Encoding;
  /** Of unrelated bytes it could be: then only evidence may clear it. */
  readonly isDoubtful: boolean;
  readonly at: number;
  /** What stands around it, with every digit as #: for the person who looks for the leak. */
  readonly around: string;
}

/** Characters of identifiers, hex and base64. */
const isWordByte = (byte: number | undefined): boolean => byte !== undefined && /[A-Za-z0-9+/=_-]/.test(String.fromCharCode(byte));
const isDigitByte = (byte: number | undefined): boolean => byte !== undefined && byte >= 0x30 && byte <= 0x39;
/** A longer word than this is an identifier, hex or base64, in which any digits stand by chance. */
const LONGEST_WORD = 20;

/** Looks for all codes in all encodings. */
export class CodeSight {
  readonly #finder: NeedleFinder<CodeForm>;

  constructor(codes: readonly KnownCode[]) {
    this.#finder = new NeedleFinder(codes.flatMap(formsOf));
  }

  in(bytes: Uint8Array): readonly Sighting[] {
    const sightings: Sighting[] = [];
    this.#finder.find(bytes, (form, at) => {
      const judged = judge(form, bytes, at);
      if (judged !== 'another-number') sightings.push({ code: form.code, encoding: form.encoding, isDoubtful: judged === 'doubtful', at, around: aroundOf(bytes, at, form.bytes.length) });
    });
    return sightings;
  }
}

function judge({ code, weight, bytes: { length } }: CodeForm, bytes: Uint8Array, at: number): 'certain' | 'doubtful' | 'another-number' {
  if (weight !== 'lone') return weight === 'sure' ? 'certain' : 'doubtful';
  const isWhole = !isDigitByte(bytes[at - 1]) && !isDigitByte(bytes[at + length]);
  const isInLongWord = wordLength(bytes, at, length) > LONGEST_WORD;
  const isPin = code.kind === 'pin' || code.kind === 'transport-pin';
  // Five digits inside a longer number or an identifier are that number's; beside its PUK, its length or its padding a PIN is found by another form.
  if (isPin) return isWhole && !isInLongWord ? 'doubtful' : 'another-number';
  return isWhole && !isInLongWord ? 'certain' : 'doubtful';
}

function wordLength(bytes: Uint8Array, at: number, length: number): number {
  let from = at;
  let to = at + length;
  while (to - from <= LONGEST_WORD && isWordByte(bytes[from - 1])) from -= 1;
  while (to - from <= LONGEST_WORD && isWordByte(bytes[to])) to += 1;
  return to - from;
}

function aroundOf(bytes: Uint8Array, at: number, length: number): string {
  const readable = (from: number, to: number): string => Buffer.from(bytes.subarray(Math.max(0, from), to)).toString('latin1').replace(/[^\x20-\x7e]/g, '·').replace(/\d/g, '#');
  return `${readable(at - 40, at)}«${length} bytes»${readable(at + length, at + length + 24)}`;
}

/** How many codes are told apart: what the last line counts. */
export function countCodes(codes: readonly KnownCode[]): number {
  return CODE_KINDS.reduce((sum, kind) => sum + new Set(codes.filter((code) => code.kind === kind).map(({ text }) => text)).size, 0);
}
