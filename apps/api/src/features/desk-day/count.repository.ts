// SPDX-License-Identifier: AGPL-3.0-or-later
import type { LocalDate } from '@sportello/domain';
import type { RegisterCount } from '@sportello/paper';
import type { EntityManager } from 'typeorm';

export class CountRepository {
  constructor(private readonly rows: EntityManager) {}

  /** Every count of a day: at the opening, when operators changed, at the closing. */
  async ofDay(deskId: string, day: LocalDate): Promise<readonly RegisterCount[]> {
    const found = await this.rows.query<(Omit<RegisterCount, 'at'> & { readonly at: Date })[]>(
      `select c.at, c.occasion, t.display_name as by, f.display_name as "handedOverBy", jsonb_array_length(c.open_cases) as cases, jsonb_array_length(c.differences) as differences
       from sheet_count c join desk_day y on y.id = c.day_id join operator t on t.id = c.counted_by left join operator f on f.id = c.handed_over_by
       where c.desk_id = $1 and y.day = $2 order by c.at`,
      [deskId, day],
    );
    return found.map(({ at, ...count }) => ({ ...count, at: at.toISOString() }));
  }
}
