// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CalendarDraft } from '@sportello/contracts';
import { parseItalianDate } from '@sportello/domain';
import { writtenDate } from '../../data/time/desk-time';

/** A calendar as it stands in the form. */
export interface TypedCalendar {
  readonly isClosedOnHolidays: boolean;
  /** '24/06', or empty. */
  readonly patronDay: string;
  /** One closure per line: a day, or two with a hyphen between. */
  readonly closures: string;
}

/** A leap year, so that 29 February may be a patron's day. */
const A_LEAP_YEAR = 2024;

export function typedCalendar({ isClosedOnHolidays, patronDay, closures }: CalendarDraft): TypedCalendar {
  const twoDigits = (number: number) => String(number).padStart(2, '0');
  return {
    isClosedOnHolidays,
    patronDay: patronDay === null ? '' : `${twoDigits(patronDay.day)}/${twoDigits(patronDay.month)}`,
    closures: closures.map(({ from, to }) => (from === to ? writtenDate(from) : `${writtenDate(from)} - ${writtenDate(to)}`)).join('\n'),
  };
}

/** What it says, or where it cannot be understood. */
export function calendarIn({ isClosedOnHolidays, patronDay, closures }: TypedCalendar): CalendarDraft | { readonly wrong: 'patron' | 'closures' } {
  const patron = patronIn(patronDay);
  if (patron === undefined) return { wrong: 'patron' };
  const lines = closures.split('\n').map((line) => line.trim()).filter((line) => line !== '');
  const periods = lines.map(closureIn);
  if (periods.includes(undefined)) return { wrong: 'closures' };
  return { isClosedOnHolidays, patronDay: patron, closures: periods.filter((period) => period !== undefined) };
}

function patronIn(text: string): CalendarDraft['patronDay'] | undefined {
  if (text.trim() === '') return null;
  const found = /^(\d{1,2})[/.-](\d{1,2})$/.exec(text.trim());
  if (!found) return undefined;
  const [day, month] = [Number(found[1]), Number(found[2])];
  const date = parseItalianDate(`${String(day).padStart(2, '0')}/${String(month).padStart(2, '0')}/${A_LEAP_YEAR}`);
  return date.ok ? { month, day } : undefined;
}

function closureIn(line: string): CalendarDraft['closures'][number] | undefined {
  const [first, second = first] = line.split(/\s*[-–]\s*/).map((day) => parseItalianDate(day));
  if (first?.ok !== true || second?.ok !== true || first.value > second.value) return undefined;
  return { from: first.value, to: second.value };
}
