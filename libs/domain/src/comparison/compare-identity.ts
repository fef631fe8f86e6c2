// SPDX-License-Identifier: AGPL-3.0-or-later
import { assertNever } from '../assert-never';
import type { CodiceFiscale } from '../codice-fiscale/codice-fiscale';
import { isSamePerson } from '../codice-fiscale/compare-codice-fiscale';
import type { LocalDate } from '../time/local-date';
import { compareGivenNames, compareSurnames } from './compare-names';
import type { NameFinding } from './compare-names';

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
}

export const COMPARED_PARTS = ['surname', 'name', 'birthDate', 'codiceFiscale'] as const;

export type ComparedPart = (typeof COMPARED_PARTS)[number];

/** `omocode`: another spelling of the same person's codice fiscale. */
export type Finding = NameFinding | { readonly kind: 'omocode' };

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
  return [
    row('surname', chip.surname, document.surname, compareSurnames(chip.surname, document.surname)),
    row('name', chip.name, document.name, compareGivenNames(chip.name, document.name)),
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
      return false;
    case 'missing':
      return part !== 'codiceFiscale';
    case 'second-name-more':
    case 'second-name-less':
    case 'differs':
      return true;
    default:
      return assertNever(finding);
  }
}

function compareBirthDates(chip: LocalDate, document: LocalDate | undefined): Finding {
  if (document === undefined) return { kind: 'missing' };
  return { kind: chip === document ? 'equal' : 'differs' };
}

function compareCodes(chip: CodiceFiscale, document: CodiceFiscale | undefined): Finding {
  if (document === undefined) return { kind: 'missing' };
  if (chip.value === document.value) return { kind: 'equal' };
  return { kind: isSamePerson(chip, document) ? 'omocode' : 'differs' };
}
