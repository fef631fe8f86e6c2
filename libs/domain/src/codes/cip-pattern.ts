// SPDX-License-Identifier: AGPL-3.0-or-later
import { accept, refuse } from '../outcome';
import type { Outcome } from '../outcome';
import { DIGITS, drawCharacters } from './draw-characters';
import type { RandomBytes } from './random-bytes';

/** How long a CIP is and of which characters. Length and alphabet are not published: both are configuration. */
export interface CipPattern {
  readonly length: number;
  /** Each character once. Either the ten digits, or an alphabet in which nobody mistakes one for another. */
  readonly alphabet: string;
}

export const DEFAULT_CIP_PATTERN: CipPattern = { length: 10, alphabet: DIGITS };

/** Bounds of a configured length: short of six it could be tried out by phone. */
export const CIP_LENGTHS = { least: 6, most: 20 } as const;

export type CipPatternRefusal =
  | { readonly kind: 'cip-length-out-of-bounds'; readonly least: number; readonly most: number }
  | { readonly kind: 'cip-alphabet-unfit'; readonly because: 'too-few' | 'repeated' | 'not-printable' | 'look-alikes' };

/** Checks a configured pattern once, at the start. */
export function cipPattern(length: number, alphabet: string): Outcome<CipPattern, CipPatternRefusal> {
  const isLengthGood = Number.isInteger(length) && length >= CIP_LENGTHS.least && length <= CIP_LENGTHS.most;
  if (!isLengthGood) return refuse({ kind: 'cip-length-out-of-bounds', ...CIP_LENGTHS });
  const unfit = unfitness(alphabet);
  return unfit ? refuse({ kind: 'cip-alphabet-unfit', because: unfit }) : accept({ length, alphabet });
}

/** ASCII characters of the pattern, unbiased. The caller wipes them. */
export function drawCip(pattern: CipPattern, randomBytes: RandomBytes): Uint8Array {
  return drawCharacters(pattern.length, pattern.alphabet, randomBytes);
}

function unfitness(alphabet: string): (CipPatternRefusal & { kind: 'cip-alphabet-unfit' })['because'] | undefined {
  if (alphabet.length < 2) return 'too-few';
  if (!/^[!-~]+$/.test(alphabet)) return 'not-printable';
  if (new Set(alphabet).size !== alphabet.length) return 'repeated';
  const isAllDigits = /^[0-9]+$/.test(alphabet);
  return !isAllDigits && /[il1LIoO0]/.test(alphabet) ? 'look-alikes' : undefined;
}
