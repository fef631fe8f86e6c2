// SPDX-License-Identifier: AGPL-3.0-or-later
import type { DocumentExpiry } from '../identity-document/identity-document';
import { isAfter } from '../time/date-arithmetic';
import { localDate } from '../time/local-date';
import type { LocalDate } from '../time/local-date';

/** Two digits tell no century: the last one in which that day has come. */
export function birthDateOf(text: string, today: LocalDate): LocalDate | undefined {
  const inThisCentury = shortDate(text, 2000);
  return inThisCentury && !isAfter(inThisCentury, today) ? inThisCentury : shortDate(text, 1900);
}

/** A document that is shown today expires in this century, or never: then the run is left blank. */
export function expiryOf(text: string): DocumentExpiry | undefined {
  return text === '<<<<<<' ? 'none' : shortDate(text, 2000);
}

/** 'YYMMDD' */
function shortDate(text: string, century: number): LocalDate | undefined {
  if (!/^\d{6}$/.test(text)) return undefined;
  const date = localDate(century + Number(text.slice(0, 2)), Number(text.slice(2, 4)), Number(text.slice(4)));
  return date.ok ? date.value : undefined;
}
