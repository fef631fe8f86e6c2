// SPDX-License-Identifier: AGPL-3.0-or-later
import { foldAsIcao, foldLetters } from '../text/fold-letters';

/** How the name on paper stands to the name on the chip; `names` are those that one of them has more. */
export type NameFinding =
  | { readonly kind: 'equal' }
  /** Accents, apostrophes, hyphens and blanks aside. */
  | { readonly kind: 'equal-but-for-accents' }
  | { readonly kind: 'second-name-more'; readonly names: readonly string[] }
  | { readonly kind: 'second-name-less'; readonly names: readonly string[] }
  | { readonly kind: 'differs' }
  | { readonly kind: 'missing' };

/** Compares surnames: two surnames and one are different people until somebody says otherwise. */
export function compareSurnames(chip: string, document: string): NameFinding {
  if (document.trim() === '' && chip.trim() !== '') return { kind: 'missing' };
  if (tidy(chip) === tidy(document)) return { kind: 'equal' };
  return isAlike(chip, document) ? { kind: 'equal-but-for-accents' } : { kind: 'differs' };
}

/** Compares given names: a chip and a document often disagree on the names after the first. */
export function compareGivenNames(chip: string, document: string): NameFinding {
  const finding = compareSurnames(chip, document);
  if (finding.kind !== 'differs') return finding;
  const more = namesAfter(chip, document);
  if (more.length > 0) return { kind: 'second-name-more', names: more };
  const less = namesAfter(document, chip);
  return less.length > 0 ? { kind: 'second-name-less', names: less } : finding;
}

/** The names that `longer` has after those of `shorter`; none unless it begins with them. */
function namesAfter(shorter: string, longer: string): readonly string[] {
  const [first, all] = [wordsOf(shorter), wordsOf(longer)];
  const isBeginning = first.length > 0 && first.every((word, index) => isAlike(word, all[index] ?? ''));
  return isBeginning ? all.slice(first.length) : [];
}

function wordsOf(name: string): readonly string[] {
  return tidy(name).split(/[\s\p{Pd},]+/u).filter((word) => word !== '');
}

function isAlike(a: string, b: string): boolean {
  return bareForms(a).some((form) => bareForms(b).includes(form));
}

/** Letters and digits only: bare, and as a machine-readable zone writes them. */
function bareForms(text: string): readonly string[] {
  return [foldLetters(text), foldAsIcao(text)].map((form) => form.replace(/\s/g, ''));
}

function tidy(text: string): string {
  return text.normalize('NFC').toUpperCase().replace(/\s+/g, ' ').trim();
}
