// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Sex } from '../../codice-fiscale/codice-fiscale';
import { accept, refuse } from '../../outcome';
import type { Outcome } from '../../outcome';
import { isAfter } from '../../time/date-arithmetic';
import { localDate } from '../../time/local-date';
import type { LocalDate } from '../../time/local-date';
import type { DocumentType } from '../document-types';
import type { DocumentExpiry } from '../identity-document';
import { mrzCheckDigitOf } from './mrz-check-digit';
import { MRZ_LAYOUTS } from './mrz-layouts';
import type { MrzLayout, MrzSpan } from './mrz-layouts';

/** What a machine-readable zone tells; it bears neither the issuer nor the date of issue. */
export interface Mrz {
  readonly format: MrzLayout['format'];
  /** Undefined when code and State name no type of ours. */
  readonly documentType: DocumentType | undefined;
  readonly issuingState: string;
  readonly number: string;
  readonly surname: string;
  readonly name: string;
  readonly birthDate: LocalDate;
  readonly sex: Sex | undefined;
  readonly expiresOn: DocumentExpiry;
}

/** Misread, or made up: the operator scans again or types. */
export interface MrzRefusal {
  readonly kind: 'bad-mrz';
  readonly part: 'shape' | 'number' | 'birth-date' | 'expiry' | 'composite';
}

/** Reads the lines of `recogniseScan` and checks every digit. `today` settles the century of a birth: nobody is born tomorrow. */
export function parseMrz(lines: readonly string[], today: LocalDate): Outcome<Mrz, MrzRefusal> {
  const layout = MRZ_LAYOUTS.find(({ lines: count, length }) => lines.length === count && lines.every((line) => line.length === length));
  if (!layout) return bad('shape');
  const at = ([line, start, end]: MrzSpan) => lines[line]?.slice(start, end) ?? '';
  const isChecked = (span: MrzSpan) => mrzCheckDigitOf(at(span)) === at([span[0], span[2], span[2] + 1]);

  if (!isChecked(layout.number)) return bad('number');
  const birthDate = birthDateOf(at(layout.birthDate), today);
  if (!isChecked(layout.birthDate) || !birthDate) return bad('birth-date');
  const expiresOn = expiryOf(at(layout.expiry));
  if (!isChecked(layout.expiry) || !expiresOn) return bad('expiry');
  if (mrzCheckDigitOf(layout.composite.map(at).join('')) !== at(layout.compositeDigit)) return bad('composite');

  const [surname = '', name = ''] = at(layout.names).split('<<').map(withoutFillers);
  const [code, issuingState] = [at([0, 0, 2]), withoutFillers(at([0, 2, 5]))];
  const sex = at(layout.sex);
  return accept({
    format: layout.format,
    documentType: documentTypeOf(code, issuingState, layout.format),
    issuingState,
    number: withoutFillers(at(layout.number)),
    surname,
    name,
    birthDate,
    sex: sex === 'F' || sex === 'M' ? sex : undefined,
    expiresOn,
  });
}

function documentTypeOf(code: string, issuingState: string, format: MrzLayout['format']): DocumentType | undefined {
  if (code.startsWith('P')) return issuingState === 'ITA' ? 'passport' : 'foreign-passport';
  return format === 'TD1' && /^[CI]/.test(code) && issuingState === 'ITA' ? 'cie' : undefined;
}

function birthDateOf(text: string, today: LocalDate): LocalDate | undefined {
  const inThisCentury = shortDate(text, 2000);
  return inThisCentury && !isAfter(inThisCentury, today) ? inThisCentury : shortDate(text, 1900);
}

/** A document that is shown today expires in this century, or never: then the run is left blank. */
function expiryOf(text: string): DocumentExpiry | undefined {
  return text === '<<<<<<' ? 'none' : shortDate(text, 2000);
}

/** 'YYMMDD' */
function shortDate(text: string, century: number): LocalDate | undefined {
  if (!/^\d{6}$/.test(text)) return undefined;
  const date = localDate(century + Number(text.slice(0, 2)), Number(text.slice(2, 4)), Number(text.slice(4)));
  return date.ok ? date.value : undefined;
}

function withoutFillers(text: string): string {
  return text.replace(/</g, ' ').trim();
}

function bad(part: MrzRefusal['part']): { readonly ok: false; readonly refusal: MrzRefusal } {
  return refuse({ kind: 'bad-mrz', part });
}
