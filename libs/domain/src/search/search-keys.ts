// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CodiceFiscaleValue } from '../codice-fiscale/codice-fiscale';
import { omocodesOf } from '../codice-fiscale/omocodia';
import { parseCodiceFiscale } from '../codice-fiscale/parse-codice-fiscale';
import { accept, refuse } from '../outcome';
import type { Outcome } from '../outcome';
import type { ControlNumber } from '../sheet/control-number';
import { parseControlNumber } from '../sheet/control-number';
import { parseFormNumber } from '../sheet/form-number';
import { parseOuterCode } from '../sheet/outer-code';
import { compactCapitals } from '../text/compact-capitals';

/** What a text names, by its content alone. */
export type SearchKey =
  /** Every code by which the one person may be known: the code itself, and its omocodes. */
  | { readonly kind: 'person'; readonly codes: readonly CodiceFiscaleValue[] }
  | { readonly kind: 'id-carta'; readonly digits: string }
  /** The last eight digits, as a page shows them to tell two cards apart. */
  | { readonly kind: 'id-carta-ending'; readonly digits: string }
  | { readonly kind: 'sheet'; readonly controlNumber: ControlNumber }
  | { readonly kind: 'receipt'; readonly receiptNumber: string }
  /** The year in two digits, as on the form; null when only the number was given. */
  | { readonly kind: 'case'; readonly caseNumber: number; readonly yearOfCentury: number | null };

export interface SearchRefusal {
  readonly kind: 'search-not-understood';
}

type Reader = (text: string) => SearchKey | undefined;

const READERS: readonly Reader[] = [person, idCarta, idCartaEnding, sheet, receipt, form, caseNumber];

/** All that a typed or scanned text may name: six digits are a sheet's number and may be a case's too. A name names nobody here. */
export function searchKeysOf(text: string): Outcome<readonly SearchKey[], SearchRefusal> {
  const keys = READERS.flatMap((read) => read(text) ?? []);
  return keys.length > 0 ? accept(keys) : refuse({ kind: 'search-not-understood' });
}

function person(text: string): SearchKey | undefined {
  const parsed = parseCodiceFiscale(text);
  if (!parsed.ok) return undefined;
  const code = parsed.value;
  return { kind: 'person', codes: code.kind === 'regular' ? [code.base, ...omocodesOf(code)] : [code.value] };
}

function idCarta(text: string): SearchKey | undefined {
  const digits = compactCapitals(text);
  return /^[0-9]{16}$/.test(digits) ? { kind: 'id-carta', digits } : undefined;
}

function idCartaEnding(text: string): SearchKey | undefined {
  const digits = compactCapitals(text);
  return /^[0-9]{8}$/.test(digits) ? { kind: 'id-carta-ending', digits } : undefined;
}

function sheet(text: string): SearchKey | undefined {
  const outerCode = parseOuterCode(text);
  if (outerCode.ok) return { kind: 'sheet', controlNumber: outerCode.value.controlNumber };
  const number = parseControlNumber(text);
  return number.ok ? { kind: 'sheet', controlNumber: number.value } : undefined;
}

/** A scanner set to an American keyboard sends an apostrophe for the hyphen. */
function receipt(text: string): SearchKey | undefined {
  const found = /^(?<year>[0-9]{4})[-'](?<number>[0-9]{6})$/.exec(compactCapitals(text))?.groups;
  return found && { kind: 'receipt', receiptNumber: `${found['year'] ?? ''}-${found['number'] ?? ''}` };
}

function form(text: string): SearchKey | undefined {
  const parsed = parseFormNumber(text);
  return parsed.ok ? { kind: 'case', caseNumber: parsed.value.caseNumber, yearOfCentury: parsed.value.yearOfCentury } : undefined;
}

/** Cases of a desk are numbered from one: a leading nought is some other number's. */
function caseNumber(text: string): SearchKey | undefined {
  const digits = compactCapitals(text);
  return /^[1-9][0-9]{0,6}$/.test(digits) ? { kind: 'case', caseNumber: Number(digits), yearOfCentury: null } : undefined;
}
