// SPDX-License-Identifier: AGPL-3.0-or-later
import type { LogStateView } from '@sportello/contracts';
import type { EntityManager } from 'typeorm';
import { withinReachSql } from '../../platform/access/reach';
import type { LogReach } from './log-reach';

/** By what the reader of the log may choose its rows. */
export class LogChoicesRepository {
  constructor(private readonly rows: EntityManager) {}

  async of({ isWhole, deskId, bodyId, namesOf }: LogReach): Promise<Pick<LogStateView, 'desks' | 'stations' | 'people'>> {
    const [found] = await this.rows.query<[Pick<LogStateView, 'desks' | 'stations' | 'people'>]>(CHOICES, [deskId, bodyId, isWhole, namesOf]);
    return found;
  }
}

const CHOICES = `
  with here as (select d.id, d.name, d.place from desk d where $3 or ${withinReachSql('d.id', '$1', '$2::uuid')})
  select
    (select coalesce(json_agg(json_build_object('id', id, 'name', name, 'place', place) order by place, name, id), '[]') from here) as desks,
    (select coalesce(json_agg(json_build_object('id', s.id, 'name', s.name, 'deskId', s.desk_id) order by s.name, s.id), '[]') from station s join here on here.id = s.desk_id) as stations,
    (select coalesce(json_agg(json_build_object('id', o.id, 'name', o.display_name) order by lower(o.display_name), o.id), '[]')
     from operator o join desk home on home.id = o.desk_id where home.body_id = $4) as people`;
