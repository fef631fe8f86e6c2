// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CalendarDraft } from '@sportello/contracts';
import type { LocalDate } from '@sportello/domain';
import type { BodyRow } from '../../platform/database/rows/desk-row';

/** A calendar as rows keep it: closures in their order. */
export function calendarColumns({ isClosedOnHolidays, patronDay, closures }: CalendarDraft): Pick<BodyRow, 'isClosedOnHolidays' | 'patronMonth' | 'patronDay' | 'closures'> {
  const inOrder = closures.map(({ from, to }) => ({ from: from as LocalDate, to: to as LocalDate })).sort((one, other) => (one.from < other.from ? -1 : 1));
  return { isClosedOnHolidays, patronMonth: patronDay?.month ?? null, patronDay: patronDay?.day ?? null, closures: inOrder };
}
