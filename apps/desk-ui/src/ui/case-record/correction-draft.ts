// SPDX-License-Identifier: AGPL-3.0-or-later
import { isReasonTold, parseItalianDate } from '@sportello/domain';
import type { CorrectionField } from '@sportello/domain';
import type { CorrectCaseRequest } from '@sportello/contracts';

/** What is typed of a correction. */
export interface CorrectionDraft {
  readonly field: CorrectionField | '';
  readonly value: string;
  readonly reason: string;
}

export const NO_CORRECTION: CorrectionDraft = { field: '', value: '', reason: '' };

const DATES: readonly (CorrectionField | '')[] = ['document-issued-on', 'document-expires-on', 'person-birth-date'];
/** A document may bear none of these. */
const MAY_BE_EMPTY: readonly (CorrectionField | '')[] = ['document-expires-on', 'person-codice-fiscale'];

export type MissingPart = 'field' | 'value' | 'date' | 'reason';

export function isDateField(field: CorrectionDraft['field']): boolean {
  return DATES.includes(field);
}

/** What is still to be told, the first of it. */
export function missingIn({ field, value, reason }: CorrectionDraft): MissingPart | undefined {
  if (field === '') return 'field';
  if (value.trim() === '') return MAY_BE_EMPTY.includes(field) ? missingReason(reason) : 'value';
  if (isDateField(field) && !parseItalianDate(value).ok) return 'date';
  return missingReason(reason);
}

function missingReason(reason: string): MissingPart | undefined {
  return !isReasonTold(reason) ? 'reason' : undefined;
}

/** The request of a draft in which nothing is missing. Dates travel as YYYY-MM-DD. */
export function requestOf({ field, value, reason }: CorrectionDraft): Omit<CorrectCaseRequest, 'revision'> | undefined {
  if (field === '' || missingIn({ field, value, reason }) !== undefined) return undefined;
  const written = value.trim();
  const date = isDateField(field) && written !== '' ? parseItalianDate(written) : undefined;
  return { field, value: written === '' ? null : date?.ok ? date.value : written, reason: reason.trim() };
}
