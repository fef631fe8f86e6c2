// SPDX-License-Identifier: AGPL-3.0-or-later
import { accept, refuse } from '../outcome';
import type { Outcome } from '../outcome';
import { foldLetters } from '../text/fold-letters';

/** NIST SP 800-63B §3.1.1.2: length is what counts, and no rule about digits and signs. */
export const SHORTEST_PASSWORD = 12;

/** bcrypt reads 72 bytes and ignores the rest: a longer password would be less than it looks. */
export const LONGEST_PASSWORD_BYTES = 72;

const PRODUCT_WORDS = ['SPORTELLO', 'TSCNS', 'TESSERASANITARIA'];
const FEWEST_CHARACTERS = 5;
/** Shorter parts of a name occur in words by chance. */
const SHORTEST_NAME_PART = 4;

export type PasswordRefusal =
  | { readonly kind: 'password-too-short'; readonly shortest: number }
  | { readonly kind: 'password-too-long'; readonly longestBytes: number }
  /** It is made of what everybody knows of the person or of the product, or of hardly any characters. */
  | { readonly kind: 'password-guessable'; readonly because: 'own-name' | 'product-name' | 'repetition' }
  /** It is on the list of those that were published after a theft: such are tried first. */
  | { readonly kind: 'password-breached' };

/** Whose password it would be, and what the list of published ones says of it. */
export interface PasswordCircumstances {
  readonly username: string;
  readonly displayName: string;
  readonly isBreached: boolean;
}

/** The same letters have one password, however a keyboard composed them (NIST SP 800-63B §3.1.1.2: normalised before it is hashed). */
export function normalisedPassword(typed: string): string {
  return typed.normalize('NFC');
}

/** Whether somebody may take this as their new password. The answer never holds any of it. */
export function judgePassword(typed: string, { username, displayName, isBreached }: PasswordCircumstances): Outcome<'may', PasswordRefusal> {
  const password = normalisedPassword(typed);
  if (Array.from(password).length < SHORTEST_PASSWORD) return refuse({ kind: 'password-too-short', shortest: SHORTEST_PASSWORD });
  if (new TextEncoder().encode(password).length > LONGEST_PASSWORD_BYTES) return refuse({ kind: 'password-too-long', longestBytes: LONGEST_PASSWORD_BYTES });
  if (new Set(password.toUpperCase()).size < FEWEST_CHARACTERS) return refuse({ kind: 'password-guessable', because: 'repetition' });
  const folded = compact(password);
  if (isLittleMoreThan(folded, [compact(username), compact(displayName), ...nameParts(displayName)])) return refuse({ kind: 'password-guessable', because: 'own-name' });
  if (isLittleMoreThan(folded, PRODUCT_WORDS)) return refuse({ kind: 'password-guessable', because: 'product-name' });
  return isBreached ? refuse({ kind: 'password-breached' }) : accept('may');
}

/** A name with a year or a few signs behind it is a guess; the same name within a long phrase is not. */
function isLittleMoreThan(folded: string, words: readonly string[]): boolean {
  return words.some((word) => word.length >= SHORTEST_NAME_PART && folded.includes(word) && folded.replaceAll(word, '').length < SHORTEST_PASSWORD / 2);
}

function nameParts(displayName: string): readonly string[] {
  return foldLetters(displayName).split(' ');
}

/** Capitals and digits alone. */
function compact(text: string): string {
  return foldLetters(text).replace(/[^\p{L}\p{N}]/gu, '');
}
