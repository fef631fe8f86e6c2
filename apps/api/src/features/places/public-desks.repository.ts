// SPDX-License-Identifier: AGPL-3.0-or-later
import type { PublicDesk } from '@sportello/contracts';
import type { EntityManager } from 'typeorm';
import { bodyCalendarSql } from './body-calendar-sql';

export class PublicDesksRepository {
  constructor(private readonly rows: EntityManager) {}

  /** The desks that are listed, by municipality and name; of each what the list tells, and nothing else. */
  async listed(): Promise<readonly PublicDesk[]> {
    return this.rows.query<PublicDesk[]>(
      `select b.name as body, d.kind, d.name, d.phone, d.opening_hours as hours, d.hours_notes as "hoursNotes",
         json_build_object('street', d.street, 'cap', d.cap, 'municipality', d.municipality, 'province', d.province, 'istatCode', d.istat_code) as address,
         ${bodyCalendarSql('b')} as calendar
       from desk d join body b on b.id = d.body_id
       where d.is_listed order by d.municipality, d.name, d.id`,
    );
  }
}
