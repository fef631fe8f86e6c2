// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CalendarDraft, OpeningPeriodMessage } from '@sportello/contracts';
import { type Closure, type OpeningCalendar, type OpeningPeriod, TELEPHONE_LINES } from '@sportello/domain';
import type { EntityManager } from 'typeorm';

export interface LineRow {
  readonly openingHours: readonly OpeningPeriod[];
  readonly isClosedOnHolidays: boolean;
  readonly patronMonth: number | null;
  readonly patronDay: number | null;
  readonly closures: readonly Closure[];
  readonly revision: number;
}

/** As the region's guide prints it, until somebody changes it. */
const USUAL: LineRow = {
  openingHours: TELEPHONE_LINES['help-desk'].hours,
  isClosedOnHolidays: TELEPHONE_LINES['help-desk'].isClosedOnHolidays,
  patronMonth: null,
  patronDay: null,
  closures: [],
  revision: 0,
};

/** When the help desk's line answers: it is a place of its own, whatever desk somebody who answers is signed in at. */
export class LineRepository {
  constructor(private readonly rows: EntityManager) {}

  async row(): Promise<LineRow> {
    const [found] = await this.rows.query<LineRow[]>(
      'select opening_hours as "openingHours", is_closed_on_holidays as "isClosedOnHolidays", patron_month as "patronMonth", patron_day as "patronDay", closures, revision from help_desk_line',
    );
    return found ?? USUAL;
  }

  async calendar(): Promise<OpeningCalendar> {
    const { openingHours: hours, isClosedOnHolidays, patronMonth, patronDay, closures } = await this.row();
    return { hours, isClosedOnHolidays, patronDay: patronMonth === null || patronDay === null ? null : { month: patronMonth, day: patronDay }, closures };
  }

  /** As pages are told of it. */
  async shown(): Promise<{ readonly hours: OpeningPeriodMessage[]; readonly calendar: CalendarDraft }> {
    const { hours, closures, isClosedOnHolidays, patronDay } = await this.calendar();
    return { hours: [...hours], calendar: { isClosedOnHolidays, patronDay, closures: [...closures] } };
  }

  /** False when somebody else was faster. */
  async change(seen: number, { openingHours, isClosedOnHolidays, patronMonth, patronDay, closures }: Omit<LineRow, 'revision'>): Promise<boolean> {
    const changed = await this.rows.query<unknown[]>(
      `insert into help_desk_line as l (opening_hours, is_closed_on_holidays, patron_month, patron_day, closures, revision) select $1::jsonb, $2, $3, $4, $5::jsonb, 1
       where $6 = 0 or exists (select from help_desk_line)
       on conflict (is_only) do update set opening_hours = $1::jsonb, is_closed_on_holidays = $2, patron_month = $3, patron_day = $4, closures = $5::jsonb, revision = l.revision + 1 where l.revision = $6
       returning 1`,
      [JSON.stringify(openingHours), isClosedOnHolidays, patronMonth, patronDay, JSON.stringify(closures), seen],
    );
    return changed.length === 1;
  }
}
