// SPDX-License-Identifier: AGPL-3.0-or-later
import type { PlacesView } from '@sportello/contracts';
import type { EntityManager } from 'typeorm';
import { BodyRow, DeskRow } from '../../platform/database/rows/desk-row';
import { managesBodySql } from '../../platform/people/managing';
import { isLivingSql } from '../../platform/stations/online';
import { bodyCalendarSql } from './body-calendar-sql';

type Changeable<Row> = Omit<Partial<Row>, 'id' | 'revision' | 'createdAt'>;

export class PlacesRepository {
  constructor(private readonly rows: EntityManager) {}

  /** The bodies that an administrator of this one manages, with their desks, those closed for good at the end. */
  bodiesOf(ownBodyId: string): Promise<PlacesView['bodies']> {
    return this.rows.query<PlacesView['bodies']>(SHOW, [ownBodyId]);
  }

  async heldBody(id: string): Promise<BodyRow | undefined> {
    return (await this.rows.findOne(BodyRow, { where: { id }, lock: { mode: 'pessimistic_write' } })) ?? undefined;
  }

  async heldDesk(id: string): Promise<DeskRow | undefined> {
    return (await this.rows.findOne(DeskRow, { where: { id }, lock: { mode: 'pessimistic_write' } })) ?? undefined;
  }

  /** False when another body has the name. Two at once: the second waits here, and then finds it. */
  async addBody(body: Pick<BodyRow, 'id' | 'name' | 'kind' | 'revision' | 'createdAt'>): Promise<boolean> {
    const added = await this.rows.query<unknown[]>(
      'insert into body (id, name, kind, revision, created_at) values ($1, $2, $3, $4, $5) on conflict (name) do nothing returning 1',
      [body.id, body.name, body.kind, body.revision, body.createdAt],
    );
    return added.length === 1;
  }

  /** False when another desk has the code. */
  async addDesk({ id, bodyId, code, name, place, kind, createdAt, ...told }: DeskRow): Promise<boolean> {
    const added = await this.rows.query<unknown[]>(
      'insert into desk (id, body_id, code, name, place, kind, created_at) values ($1, $2, $3, $4, $5, $6, $7) on conflict (code) do nothing returning 1',
      [id, bodyId, code, name, place, kind, createdAt],
    );
    if (added.length === 1) await this.rows.update(DeskRow, { id }, told);
    return added.length === 1;
  }

  async isBodyNamed(name: string, exceptId: string): Promise<boolean> {
    const found = await this.rows.query<unknown[]>('select 1 from body where name = $1 and id <> $2', [name, exceptId]);
    return found.length > 0;
  }

  async changeBody({ id, revision }: BodyRow, changes: Changeable<BodyRow>): Promise<void> {
    await this.rows.update(BodyRow, { id }, { ...changes, revision: revision + 1 });
  }

  async changeDesk({ id, revision }: DeskRow, changes: Changeable<DeskRow>): Promise<void> {
    await this.rows.update(DeskRow, { id }, { ...changes, revision: revision + 1 });
  }
}

const SHOW = `
  select b.id, b.revision, b.name, b.kind, ${bodyCalendarSql('b')} as calendar, coalesce((
    select json_agg(json_build_object(
      'id', d.id, 'revision', d.revision, 'code', d.code, 'name', d.name, 'place', d.place, 'kind', d.kind,
      'address', case when d.street is not null then json_build_object('street', d.street, 'cap', d.cap, 'municipality', d.municipality, 'province', d.province, 'istatCode', d.istat_code) end,
      'phone', d.phone, 'hours', d.opening_hours, 'hoursNotes', d.hours_notes, 'isListed', d.is_listed, 'isClosed', d.closed_at is not null,
      'stations', (select count(*)::int from station s where s.desk_id = d.id and ${isLivingSql('s')})) order by d.closed_at is not null, d.place, d.name, d.id)
    from desk d where d.body_id = b.id), '[]') as desks
  from body b where ${managesBodySql('b.id', '$1')} order by b.name, b.id`;
