// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Closure, type OpeningCalendar, type OpeningPeriod, TELEPHONE_LINES } from '@sportello/domain';
import type { EntityManager } from 'typeorm';

interface CalendarRow {
  readonly hours: readonly OpeningPeriod[];
  readonly isClosedOnHolidays: boolean;
  readonly patronMonth: number | null;
  readonly patronDay: number | null;
  readonly closures: readonly Closure[];
}

export class CalendarRepository {
  constructor(private readonly rows: EntityManager) {}

  /** When the help desk at a desk answers: the desk's week and its body's calendar. A desk that tells no week has the one of the region's line. */
  async ofHelpDesk(deskId: string): Promise<OpeningCalendar> {
    const [found] = await this.rows.query<[CalendarRow]>(
      `select d.opening_hours as hours, b.is_closed_on_holidays as "isClosedOnHolidays", b.patron_month as "patronMonth", b.patron_day as "patronDay", b.closures
       from desk d join body b on b.id = d.body_id where d.id = $1`,
      [deskId],
    );
    const { hours, isClosedOnHolidays, patronMonth, patronDay, closures } = found;
    return {
      hours: hours.length > 0 ? hours : TELEPHONE_LINES['help-desk'].hours,
      isClosedOnHolidays,
      patronDay: patronMonth === null || patronDay === null ? null : { month: patronMonth, day: patronDay },
      closures,
    };
  }
}
