// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CodiceFiscale } from '../codice-fiscale/codice-fiscale';
import { parseCodiceFiscale } from '../codice-fiscale/parse-codice-fiscale';
import { splitMrzLines } from '../mrz/mrz-lines';
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
  /** A health code of people who have no TS-CNS: valid for what it is, and no case begins with it. */
  | { readonly kind: 'stp-eni'; readonly code: 'STP' | 'ENI' }
  | { readonly kind: 'unknown' };

export function recogniseScan(text: string): RecognisedScan {
  const outerCode = parseOuterCode(text);
  if (outerCode.ok) return { kind: 'outer-code', outerCode: outerCode.value };
  const formNumber = parseFormNumber(text);
  if (formNumber.ok) return { kind: 'form', formNumber: formNumber.value };
  const codiceFiscale = parseCodiceFiscale(withoutCode39Signs(text));
  if (codiceFiscale.ok) return { kind: 'codice-fiscale', codiceFiscale: codiceFiscale.value };
  if (codiceFiscale.refusal.kind === 'stp-eni') return { kind: 'stp-eni', code: codiceFiscale.refusal.code };
  const lines = splitMrzLines(text);
  return lines ? { kind: 'mrz', lines } : { kind: 'unknown' };
}

/** Some scanners send the start and stop signs of the plastic's Code 39, too. */
function withoutCode39Signs(text: string): string {
  return text.trim().replace(/^\*(.*)\*$/, '$1');
}
