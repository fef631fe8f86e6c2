// SPDX-License-Identifier: AGPL-3.0-or-later
import { assertNever } from '../assert-never';
import type { CodiceFiscale } from '../codice-fiscale/codice-fiscale';
import { isSamePerson } from '../codice-fiscale/compare-codice-fiscale';
import type { LocalDate } from '../time/local-date';
import { compareGivenNames, compareSurnames } from './compare-names';
import type { NameFinding } from './compare-names';
import { isCutOff, isSwapped } from './whole-name';

export interface PersonOnChip {
  readonly surname: string;
  readonly name: string;
  readonly birthDate: LocalDate;
  readonly codiceFiscale: CodiceFiscale;
}

/** As far as the document tells, or has been read. */
export interface PersonOnPaper {
  readonly surname: string;
  readonly name: string;
  readonly birthDate: LocalDate | undefined;
  readonly codiceFiscale: CodiceFiscale | undefined;
  /** Read from a zone whose names fill their field to its last place. */
  readonly isNameCutOff?: boolean | undefined;
}

export const COMPARED_PARTS = ['surname', 'name', 'birthDate', 'codiceFiscale'] as const;

export type ComparedPart = (typeof COMPARED_PARTS)[number];

export type Finding =
  | NameFinding
  /** Another spelling of the same person's codice fiscale. */
  | { readonly kind: 'omocode' }
  /** One of the two codes is provisional, which tells nothing of its bearer: the regular one may have come since. */
  | { readonly kind: 'provisional-code' };

export interface ComparisonRow {
  readonly part: ComparedPart;
  readonly chip: string;
  /** '' when the document does not tell. */
  readonly document: string;
  readonly finding: Finding;
  /** Whether the operator must say that it is the same person before the case goes on. */
  readonly needsDecision: boolean;
}

/** Chip and document side by side, a finding per row; nothing is corrected, and no row decides by itself. */
export function compareIdentity(chip: PersonOnChip, document: PersonOnPaper): readonly ComparisonRow[] {
  const whole = wholeNameFinding(chip, document);
  return [
    row('surname', chip.surname, document.surname, whole ?? compareSurnames(chip.surname, document.surname)),
    row('name', chip.name, document.name, whole ?? compareGivenNames(chip.name, document.name)),
    row('birthDate', chip.birthDate, document.birthDate ?? '', compareBirthDates(chip.birthDate, document.birthDate)),
    row('codiceFiscale', chip.codiceFiscale.value, document.codiceFiscale?.value ?? '', compareCodes(chip.codiceFiscale, document.codiceFiscale)),
  ];
}

function row(part: ComparedPart, chip: string, document: string, finding: Finding): ComparisonRow {
  return { part, chip, document, finding, needsDecision: needsDecision(part, finding) };
}

/** Most documents bear no codice fiscale, so that its absence is ordinary; the absence of a name or a birth date is not. */
function needsDecision(part: ComparedPart, finding: Finding): boolean {
  switch (finding.kind) {
    case 'equal':
    case 'equal-but-for-accents':
    case 'omocode':
    case 'cut-off':
      return false;
    case 'missing':
      return part !== 'codiceFiscale';
    case 'second-name-more':
    case 'second-name-less':
    case 'married-name':
    case 'second-surname-more':
    case 'second-surname-less':
    case 'other-order':
    case 'transliteration':
    case 'swapped':
    case 'provisional-code':
    case 'differs':
      return true;
    default:
      return assertNever(finding);
  }
}

/** What only surname and name together tell; undefined when each row speaks for itself. */
function wholeNameFinding(chip: PersonOnChip, document: PersonOnPaper): NameFinding | undefined {
  if (isSwapped(chip, document)) return { kind: 'swapped' };
  return document.isNameCutOff && isCutOff(chip, document) ? { kind: 'cut-off' } : undefined;
}

function compareBirthDates(chip: LocalDate, document: LocalDate | undefined): Finding {
  if (document === undefined) return { kind: 'missing' };
  return { kind: chip === document ? 'equal' : 'differs' };
}

function compareCodes(chip: CodiceFiscale, document: CodiceFiscale | undefined): Finding {
  if (document === undefined) return { kind: 'missing' };
  if (chip.value === document.value) return { kind: 'equal' };
  if (chip.kind !== document.kind) return { kind: 'provisional-code' };
  return { kind: isSamePerson(chip, document) ? 'omocode' : 'differs' };
}
