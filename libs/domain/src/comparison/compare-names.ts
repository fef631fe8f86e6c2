// SPDX-License-Identifier: AGPL-3.0-or-later
import { marriedNameIn } from './married-name';
import { areReordered, isAlike, tidy, wordsAfter } from './name-words';
import { mayBeTransliterations } from './romanisation';

/** How the name on paper stands to the name on the chip; `names` are those that one of them has more. */
export type NameFinding =
  | { readonly kind: 'equal' }
  /** Accents, apostrophes, hyphens and blanks aside. */
  | { readonly kind: 'equal-but-for-accents' }
  /** A zone was too short for the name, and what it shows agrees. */
  | { readonly kind: 'cut-off' }
  | { readonly kind: 'second-name-more'; readonly names: readonly string[] }
  | { readonly kind: 'second-name-less'; readonly names: readonly string[] }
  /** One of them adds a spouse's surname, and says that it does. */
  | { readonly kind: 'married-name'; readonly names: readonly string[] }
  | { readonly kind: 'second-surname-more'; readonly names: readonly string[] }
  | { readonly kind: 'second-surname-less'; readonly names: readonly string[] }
  | { readonly kind: 'other-order' }
  /** Another script's name, perhaps, in another spelling. */
  | { readonly kind: 'transliteration' }
  /** What the chip has as surname, the paper has as name. */
  | { readonly kind: 'swapped' }
  | { readonly kind: 'differs' }
  | { readonly kind: 'missing' };

/** Compares surnames: two surnames and one are different people until somebody says otherwise. */
export function compareSurnames(chip: string, document: string): NameFinding {
  return equality(chip, document) ?? marriedName(chip, document) ?? surnameMoreOrLess(chip, document) ?? likeness(chip, document);
}

/** Compares given names: a chip and a document often disagree on the names after the first. */
export function compareGivenNames(chip: string, document: string): NameFinding {
  return equality(chip, document) ?? nameMoreOrLess(chip, document) ?? likeness(chip, document);
}

function equality(chip: string, document: string): NameFinding | undefined {
  if (document.trim() === '' && chip.trim() !== '') return { kind: 'missing' };
  if (tidy(chip) === tidy(document)) return { kind: 'equal' };
  return isAlike(chip, document) ? { kind: 'equal-but-for-accents' } : undefined;
}

/** On either side: a chip of before a change of the register may have it, too. */
function marriedName(chip: string, document: string): NameFinding | undefined {
  const [onChip, onPaper] = [marriedNameIn(chip), marriedNameIn(document)];
  if (isAlike(onChip?.own ?? chip, onPaper?.own ?? document)) return { kind: 'married-name', names: [onPaper?.spouse ?? onChip?.spouse ?? ''] };
  return undefined;
}

function surnameMoreOrLess(chip: string, document: string): NameFinding | undefined {
  const more = wordsAfter(chip, document);
  if (more.length > 0) return { kind: 'second-surname-more', names: more };
  const less = wordsAfter(document, chip);
  return less.length > 0 ? { kind: 'second-surname-less', names: less } : undefined;
}

function nameMoreOrLess(chip: string, document: string): NameFinding | undefined {
  const more = wordsAfter(chip, document);
  if (more.length > 0) return { kind: 'second-name-more', names: more };
  const less = wordsAfter(document, chip);
  return less.length > 0 ? { kind: 'second-name-less', names: less } : undefined;
}

function likeness(chip: string, document: string): NameFinding {
  if (areReordered(chip, document)) return { kind: 'other-order' };
  return { kind: mayBeTransliterations(chip, document) ? 'transliteration' : 'differs' };
}
