// SPDX-License-Identifier: AGPL-3.0-or-later
import { foldAsIcao, foldLetters } from '../text/fold-letters';

export function tidy(text: string): string {
  return text.normalize('NFC').toUpperCase().replace(/\s+/g, ' ').trim();
}

export function wordsOf(name: string): readonly string[] {
  return tidy(name).split(/[\s\p{Pd},<]+/u).filter((word) => word !== '');
}

/** Alike but for accents, apostrophes, hyphens and blanks. */
export function isAlike(a: string, b: string): boolean {
  return bareForms(a).some((form) => bareForms(b).includes(form));
}

/** The words that `longer` has after those of `shorter`; none unless it begins with them. */
export function wordsAfter(shorter: string, longer: string): readonly string[] {
  const [first, all] = [wordsOf(shorter), wordsOf(longer)];
  const isBeginning = first.length > 0 && first.every((word, index) => isAlike(word, all[index] ?? ''));
  return isBeginning ? all.slice(first.length) : [];
}

/** The same words, in another order. */
export function areReordered(a: string, b: string): boolean {
  const [first, second] = [wordsOf(a).map(bare), wordsOf(b).map(bare)];
  return first.length > 1 && first.length === second.length && first.toSorted().join(' ') === second.toSorted().join(' ');
}

/** Whether `cut` is what a full field leaves of `whole`: words of it in their order, each whole or its beginning, none of another name. */
export function isBeginningOf(cut: string, whole: string): boolean {
  const [left, all] = [wordsOf(cut).map(bare), wordsOf(whole).map(bare)];
  return left.length > 0 && left.length <= all.length && left.every((word, index) => word !== '' && (all[index] ?? '').startsWith(word));
}

/** Letters and digits only: bare, and as a machine-readable zone writes them. */
function bareForms(text: string): readonly string[] {
  return [foldLetters(text), foldAsIcao(text), foldAsIcao(text, true)].map((form) => form.replace(/\s/g, ''));
}

function bare(word: string): string {
  return foldLetters(word).replace(/\s/g, '');
}
