// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CodiceFiscale } from '../codice-fiscale/codice-fiscale';
import { parseCodiceFiscale } from '../codice-fiscale/parse-codice-fiscale';
import { splitMrzLines } from '../identity-document/mrz/mrz-lines';
import { parseFormNumber } from '../sheet/form-number';
import type { FormNumber } from '../sheet/form-number';
import { parseOuterCode } from '../sheet/outer-code';
import type { OuterCode } from '../sheet/outer-code';

/** What a scan is, by its content alone: the operator never says beforehand what will be scanned. */
export type RecognisedScan =
  | { readonly kind: 'outer-code'; readonly outerCode: OuterCode }
  | { readonly kind: 'form'; readonly formNumber: FormNumber }
  | { readonly kind: 'codice-fiscale'; readonly codiceFiscale: CodiceFiscale }
  /** Two or three lines; `parseMrz` reads them and checks their digits. */
  | { readonly kind: 'mrz'; readonly lines: readonly string[] }
  | { readonly kind: 'unknown' };

export function recogniseScan(text: string): RecognisedScan {
  const outerCode = parseOuterCode(text);
  if (outerCode.ok) return { kind: 'outer-code', outerCode: outerCode.value };
  const formNumber = parseFormNumber(text);
  if (formNumber.ok) return { kind: 'form', formNumber: formNumber.value };
  const codiceFiscale = parseCodiceFiscale(text);
  if (codiceFiscale.ok) return { kind: 'codice-fiscale', codiceFiscale: codiceFiscale.value };
  const lines = splitMrzLines(text);
  return lines ? { kind: 'mrz', lines } : { kind: 'unknown' };
}
