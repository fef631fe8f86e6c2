// SPDX-License-Identifier: AGPL-3.0-or-later
/** SQL: the control numbers that `query` selects as `control_number`, as JSON of the fewest ranges, ascending. */
export function rangesSql(query: string): string {
  return `(select coalesce(json_agg(json_build_object('first', island.first, 'last', island.last) order by island.first), '[]')
    from (
      select min(n.control_number) as first, max(n.control_number) as last
      from (select q.control_number, q.control_number::integer - row_number() over (order by q.control_number) as run from (${query}) q) n
      group by n.run
    ) island)`;
}

/** SQL: the free sheets in the printer of the station `alias`, as JSON of ranges in the order in which they are fed. */
export function traySql(alias: string): string {
  return `(select coalesce(json_agg(json_build_object('first', island.first, 'last', island.last) order by island.turn), '[]')
    from (
      select min(n.control_number) as first, max(n.control_number) as last, min(n.load_order) as turn
      from (
        select q.control_number, q.load_order, q.control_number::integer - row_number() over (order by q.load_order) as run
        from sheet q where q.station_id = ${alias}.id and q.state = 'loaded' and q.case_id is null
      ) n
      group by n.run
    ) island)`;
}
