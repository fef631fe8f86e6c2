// SPDX-License-Identifier: AGPL-3.0-or-later
import { MONTH_LETTERS } from '../codice-fiscale/parse-codice-fiscale';
import { ageOn, FULL_AGE } from '../time/age';
import { addYears, daysBetween, isAfter, isBefore } from '../time/date-arithmetic';
import { datePartsOf, localDate } from '../time/local-date';
import type { DateParts, LocalDate } from '../time/local-date';
import { termAtIssue } from './document-term';
import { DOCUMENT_TYPE_RULES } from './document-type-rules';
import type { DocumentType, DocumentTypeRule } from './document-types';

export type DayAndMonth = Pick<DateParts, 'day' | 'month'>;

/** Day and month as the operator reads them off the document, the year left out. */
const WAYS: readonly RegExp[] = [
  // Two digits of day, then one or two of month: 149 and 1409 are 14 September, 1410 is 14 October.
  /^(?<day>\d{2})(?<month>\d{1,2})$/,
  /^(?<day>\d{1,2})[/.\- ](?<month>\d{1,2})$/,
  // The month's letter of the codice fiscale, which every desk reads all day: 14P is 14 September.
  /^(?<day>\d{1,2})(?<letter>[A-EHLMPR-T])$/,
];

export function parseDayAndMonth(text: string): DayAndMonth | undefined {
  const written = text.trim().toUpperCase();
  for (const way of WAYS) {
    const found = way.exec(written)?.groups;
    if (!found) continue;
    const letter = found['letter'];
    const month = letter === undefined ? Number(found['month']) : MONTH_LETTERS.indexOf(letter) + 1;
    const day = Number(found['day']);
    return isBetween(day, 31) && isBetween(month, MONTH_LETTERS.length) ? { day, month } : undefined;
  }
  return undefined;
}

function isBetween(number: number, last: number): boolean {
  return number >= 1 && number <= last;
}

export interface IssueClues extends DayAndMonth {
  readonly type: DocumentType;
  readonly expiresOn: LocalDate;
  readonly holderBirthDate: LocalDate;
  readonly today: LocalDate;
}

/** As far back as any document in force was issued. */
const LONGEST_YEARS = 51;

/**
 * The day of issue whose day and month were read off the document, and whose year the expiry leaves no choice about. Undefined where it does: then the year is
 * read, too. Never the whole date: of an identity card the expiry tells the year alone (DL 5/2012 art. 7). Minors' documents run shorter, and are not reckoned.
 */
export function issueDateOf({ type, day, month, expiresOn, holderBirthDate, today }: IssueClues): LocalDate | undefined {
  const rule = DOCUMENT_TYPE_RULES[type];
  const { year: lastYear } = datePartsOf(today);
  const found = Array.from({ length: LONGEST_YEARS + 1 }, (_, back) => localDate(lastYear - back, month, day)).flatMap((date) => (date.ok ? [date.value] : []));
  const [only, ...others] = found.filter((issuedOn) => !isAfter(issuedOn, today) && ends(rule, issuedOn, expiresOn, holderBirthDate));
  return others.length === 0 ? only : undefined;
}

/** Whether a document of that day would bear that expiry. */
function ends(rule: DocumentTypeRule, issuedOn: LocalDate, expiresOn: LocalDate, holderBirthDate: LocalDate): boolean {
  if (ageOn(holderBirthDate, issuedOn) < FULL_AGE) return false;
  const years = termAtIssue(rule, issuedOn, holderBirthDate)?.years;
  if (years === undefined) return false;
  const nominal = addYears(issuedOn, years);
  const hasBirthdayRule = rule.isBirthdayExpirySince !== undefined && !isBefore(issuedOn, rule.isBirthdayExpirySince);
  if (hasBirthdayRule) return !isAfter(nominal, expiresOn) && !isAfter(expiresOn, addYears(nominal, 1));
  // A passport ends the day before, on older ones the same day.
  const daysShort = daysBetween(expiresOn, nominal);
  return daysShort === 0 || daysShort === 1;
}
