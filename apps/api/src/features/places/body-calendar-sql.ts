// SPDX-License-Identifier: AGPL-3.0-or-later
/** SQL: the days on which the weeks of the desks of the body `body` do not count. */
export function bodyCalendarSql(body: string): string {
  return `json_build_object('isClosedOnHolidays', ${body}.is_closed_on_holidays, 'closures', ${body}.closures,
    'patronDay', case when ${body}.patron_day is not null then json_build_object('month', ${body}.patron_month, 'day', ${body}.patron_day) end)`;
}
