// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ManagedStation, RevocationReason, StationsView } from '@sportello/contracts';
import type { EntityManager } from 'typeorm';
import { CardInReaderRow } from '../../platform/database/rows/card-row';
import { StationRow } from '../../platform/database/rows/station-row';
import { managesBodySql } from '../../platform/people/managing';
import { isOnlineSql } from '../../platform/stations/online';

export interface FoundStation extends Omit<ManagedStation, 'state' | 'revoked'> {
  readonly isOnline: boolean;
  readonly isEnrolled: boolean;
  readonly revokedAt: string | null;
  readonly revokedBecause: RevocationReason | null;
}

export type FoundDesk = Omit<StationsView['desks'][number], 'stations'> & { readonly stations: readonly FoundStation[] };

/** Stations as an administrator keeps them. */
export class ManagedStationRepository {
  constructor(private readonly rows: EntityManager) {}

  /** Desks that an administrator of this body manages: those that are open, and those closed for good that still have stations. */
  async byDesk(ownBodyId: string, now: Date): Promise<readonly FoundDesk[]> {
    return this.rows.query<FoundDesk[]>(SHOW, [now, ownBodyId]);
  }

  async held(id: string): Promise<StationRow | undefined> {
    return (await this.rows.findOne(StationRow, { where: { id }, lock: { mode: 'pessimistic_write' } })) ?? undefined;
  }

  /** False when a station of the desk has the name. Two at once: the second waits here, and then finds it. */
  async add({ id, deskId, name, createdAt }: Pick<StationRow, 'id' | 'deskId' | 'name' | 'createdAt'>): Promise<boolean> {
    const added = await this.rows.query<unknown[]>(
      'insert into station (id, desk_id, name, created_at) values ($1, $2, $3, $4) on conflict (desk_id, name) where revoked_at is null do nothing returning 1',
      [id, deskId, name, createdAt],
    );
    return added.length === 1;
  }

  async hasNamesake({ id, deskId }: StationRow, name: string): Promise<boolean> {
    const found = await this.rows.query<unknown[]>('select 1 from station where desk_id = $1 and name = $2 and id <> $3 and revoked_at is null', [deskId, name, id]);
    return found.length > 0;
  }

  async rename({ id, revision }: StationRow, name: string): Promise<void> {
    await this.rows.update(StationRow, { id }, { name, revision: revision + 1 });
  }

  /** For good. What it last said of the cards in its readers goes with it. */
  async revoke({ id, revision }: StationRow, because: RevocationReason, now: Date): Promise<void> {
    const nothingMore = { streamId: null, enrolmentCodeMac: null, enrolmentExpiresAt: null, enrolmentUsedAt: null, codeMac: null };
    await this.rows.update(StationRow, { id }, { revokedAt: now, revokedBecause: because, revision: revision + 1, ...nothingMore });
    await this.rows.update(CardInReaderRow, { stationId: id }, { state: 'removed', reason: null, idCarta: null, cardType: null, facts: null, certificate: null });
  }
}

const SHOW = `
  select d.id, d.name, d.place, b.name as body, d.closed_at is not null as "isClosed", coalesce((
    select json_agg(json_build_object(
      'id', s.id, 'revision', s.revision, 'name', s.name, 'isOnline', ${isOnlineSql('s', '$1')}, 'isEnrolled', s.enrolled_at is not null, 'lastSeenAt', s.last_seen_at, 'version', s.version,
      'reader', s.reader, 'operatorReader', s.operator_reader, 'envelopes', s.envelopes, 'forms', s.forms, 'isTest', s.is_test,
      'codeGoodUntil', case when s.enrolment_used_at is null and s.enrolment_expires_at > $1 then s.enrolment_expires_at end,
      'revokedAt', s.revoked_at, 'revokedBecause', s.revoked_because) order by s.revoked_at is not null, s.created_at, s.id)
    from station s where s.desk_id = d.id), '[]') as stations
  from desk d join body b on b.id = d.body_id
  where (d.closed_at is null or exists (select from station s where s.desk_id = d.id and s.revoked_at is null)) and ${managesBodySql('b.id', '$2')}
  order by d.closed_at is not null, b.name, d.place, d.name, d.id`;
