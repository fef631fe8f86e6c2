// SPDX-License-Identifier: AGPL-3.0-or-later
import { parseCodiceFiscale } from '../codice-fiscale/parse-codice-fiscale';
import { isDocumentType } from '../identity-document/document-types';
import { normaliseDocumentNumber } from '../identity-document/document-gaps';
import { accept, refuse } from '../outcome';
import type { Outcome } from '../outcome';
import { parseLocalDate } from '../time/parse-date';
import { assertNever } from '../assert-never';

/** What can be corrected: what somebody took from a document by hand. What the chip says is the chip's, and what the desk did is the log's. */
export const CORRECTION_FIELDS = [
  'document-type',
  'document-number',
  'document-issuer',
  'document-issued-on',
  'document-expires-on',
  'person-surname',
  'person-name',
  'person-birth-date',
  'person-codice-fiscale',
] as const;
export type CorrectionField = (typeof CORRECTION_FIELDS)[number];

export interface CorrectionInvalid {
  readonly kind: 'correction-invalid';
  readonly field: CorrectionField;
}

const LONGEST_NUMBER = 30;
const LONGEST_WORDS = 120;

/** The corrected value as the record keeps such values; null where a document may bear none. Dates come as YYYY-MM-DD. */
export function correctedValue(field: CorrectionField, text: string | null): Outcome<string | null, CorrectionInvalid> {
  const written = text?.trim() ?? '';
  if (written === '') return field === 'document-expires-on' || field === 'person-codice-fiscale' ? accept(null) : invalid(field);
  switch (field) {
    case 'document-type':
      return isDocumentType(written) ? accept(written) : invalid(field);
    case 'document-number': {
      const number = normaliseDocumentNumber(written);
      return number.length <= LONGEST_NUMBER ? accept(number) : invalid(field);
    }
    case 'document-issuer':
    case 'person-surname':
    case 'person-name':
      return written.length <= LONGEST_WORDS ? accept(written) : invalid(field);
    case 'document-issued-on':
    case 'document-expires-on':
    case 'person-birth-date': {
      const date = parseLocalDate(written);
      return date.ok ? accept(date.value) : invalid(field);
    }
    case 'person-codice-fiscale': {
      const code = parseCodiceFiscale(written);
      return code.ok ? accept(code.value.value) : invalid(field);
    }
    default:
      return assertNever(field);
  }
}

function invalid(field: CorrectionField): Outcome<never, CorrectionInvalid> {
  return refuse({ kind: 'correction-invalid', field });
}
