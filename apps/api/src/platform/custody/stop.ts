// SPDX-License-Identifier: AGPL-3.0-or-later
/** SQL: the kind of the oldest matter that keeps the station `alias` from printing on blind sheets, or null. */
export function stopSql(alias: string): string {
  return `(select m.kind from custody_matter m where m.desk_id = ${alias}.desk_id and m.is_stopping and (m.station_id = ${alias}.id or m.station_id is null)
    order by m.opened_at, m.id limit 1)`;
}
