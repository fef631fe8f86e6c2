// SPDX-License-Identifier: AGPL-3.0-or-later
import { parse } from 'mrz';
import type { FieldName, ParseResult } from 'mrz';
import type { Sex } from '../codice-fiscale/codice-fiscale';
import type { DocumentType } from '../identity-document/document-types';
import type { DocumentExpiry } from '../identity-document/identity-document';
import { accept, refuse } from '../outcome';
import type { Outcome } from '../outcome';
import type { LocalDate } from '../time/local-date';
import { documentTypeOf } from './mrz-document-type';
import { birthDateOf, expiryOf } from './mrz-dates';
import { MRZ_SHAPES } from './mrz-shapes';

/** What a machine-readable zone tells; it bears neither the issuer nor the date of issue. */
export interface Mrz {
  readonly format: 'TD1' | 'TD2' | 'TD3' | 'FRENCH_NATIONAL_ID';
  /** Undefined when code and State name no type of ours. */
  readonly documentType: DocumentType | undefined;
  readonly issuingState: string;
  readonly number: string;
  readonly surname: string;
  readonly name: string;
  readonly birthDate: LocalDate;
  readonly sex: Sex | undefined;
  /** Undefined where the format has no place for it: the French card of before 2021. */
  readonly expiresOn: DocumentExpiry | undefined;
  /** The names fill their field to its last place: what came after was cut off (ICAO 9303-3 §4.6). */
  readonly isNameCutOff?: true;
}

/** Misread, or made up: the operator scans again or types. */
export interface MrzRefusal {
  readonly kind: 'bad-mrz';
  readonly part: 'shape' | 'number' | 'birth-date' | 'expiry' | 'composite';
}

/**
 * Reads the lines of `recogniseScan` or `typedMrzLines` and checks every digit. A letter in a field of digits, or a digit in a field of letters, counts as
 * the look-alike that it was taken for (O and 0, I and 1 …): the check digits say whether that was right. `today` settles the century of a birth: nobody is
 * born tomorrow.
 */
export function parseMrz(lines: readonly string[], today: LocalDate): Outcome<Mrz, MrzRefusal> {
  if (!MRZ_SHAPES.some(({ lines: count, length }) => lines.length === count && lines.every((line) => line.length === length))) return bad('shape');
  const read = parse([...lines], { autocorrect: true });
  const { format } = read;
  // The two-line shapes of driving licences never get here: theirs is another length.
  if (format === 'SWISS_DRIVING_LICENSE' || format === 'FRENCH_DRIVING_LICENSE') return bad('shape');

  if (!isValid(read, 'documentNumberCheckDigit') || read.documentNumber === null) return bad('number');
  const birthDate = birthDateOf(valueOf(read, 'birthDate'), today);
  if (!isValid(read, 'birthDateCheckDigit') || !birthDate) return bad('birth-date');
  const expiresOn = format === 'FRENCH_NATIONAL_ID' ? undefined : expiryOf(valueOf(read, 'expirationDate'));
  if (format !== 'FRENCH_NATIONAL_ID' && (!isValid(read, 'expirationDateCheckDigit') || !expiresOn)) return bad('expiry');
  if (!isValid(read, 'compositeCheckDigit')) return bad('composite');

  const issuingState = withoutFillers(rawOf(read, 'issuingState'));
  const number = withoutFillers(read.documentNumber);
  const sex = rawOf(read, 'sex');
  return accept({
    format,
    documentType: documentTypeOf({ code: rawOf(read, 'documentCode'), issuingState, number, today }),
    issuingState,
    number,
    ...namesOf(read),
    birthDate,
    sex: sex === 'F' || sex === 'M' ? sex : undefined,
    expiresOn,
  });
}

function namesOf(read: ParseResult): Pick<Mrz, 'surname' | 'name' | 'isNameCutOff'> {
  const [last, first] = [rawOf(read, 'lastName'), rawOf(read, 'firstName')];
  // Three of the formats have one field for both: without the double filler there is a surname only, whatever fills the field.
  const hasGivenNames = last !== first || last.includes('<<');
  return {
    surname: withoutFillers(valueOf(read, 'lastName')),
    name: hasGivenNames ? withoutFillers(valueOf(read, 'firstName')) : '',
    ...(last.endsWith('<') && first.endsWith('<') ? {} : { isNameCutOff: true as const }),
  };
}

function fieldOf(read: ParseResult, field: FieldName): ParseResult['details'][number] | undefined {
  return read.details.find((detail) => detail.field === field);
}

function isValid(read: ParseResult, field: FieldName): boolean {
  return fieldOf(read, field)?.valid ?? false;
}

function valueOf(read: ParseResult, field: FieldName): string {
  return fieldOf(read, field)?.value ?? '';
}

/** The characters of a field's own run, look-alikes set right; the other runs are those that its check digit covers. */
function rawOf(read: ParseResult, field: FieldName): string {
  const range = fieldOf(read, field)?.ranges[0];
  // Its manual tells of `raw`, its types do not.
  return range && 'raw' in range && typeof range.raw === 'string' ? range.raw : '';
}

function withoutFillers(text: string): string {
  return text.replace(/</g, ' ').replace(/\s+/g, ' ').trim();
}

function bad(part: MrzRefusal['part']): { readonly ok: false; readonly refusal: MrzRefusal } {
  return refuse({ kind: 'bad-mrz', part });
}
