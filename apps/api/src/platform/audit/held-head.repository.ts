// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Countersignature, Head } from '@sportello/seal';
import type { EntityManager } from 'typeorm';
import type { LogName } from './act-outcomes';

export interface HeldAgainst {
  readonly stationId: string;
  readonly log: LogName;
  readonly held: Head;
  /** Null: the station said nothing of it; its head is none of the log's. */
  readonly told: Head | null;
}

/** What stations hold of the log. */
export class HeldHeadRepository {
  constructor(private readonly rows: EntityManager) {}

  /** Whether the log has this very block, and counts its rows so. */
  async isOwn({ installation, log, number, hash, rows }: Head): Promise<boolean> {
    const found = await this.rows.query<unknown[]>(
      `select 1 from audit_block where log = $1 and number = $2 and hash = $3 and (header->>'firstRow')::bigint + (header->>'rows')::bigint = $4 and exists (select from installation where log_id::text = $5)`,
      [log, number, hash, rows, installation],
    );
    return found.length === 1;
  }

  /** Told again, it is the same. */
  async add({ head, station, publicKey, signature }: Countersignature, now: Date): Promise<void> {
    await this.rows.query(
      `insert into head_countersignature (station_id, log, number, hash, rows, public_key, signature, day, at)
       values ($1, $2, $3, $4, $5, $6, $7, ($8::timestamptz at time zone 'UTC')::date, $8) on conflict do nothing`,
      [station, head.log, head.number, head.hash, head.rows, publicKey, signature, now],
    );
  }

  /** Noted once a day for each station and log; false: it was today. */
  async noteContradiction({ stationId, log, held, told }: HeldAgainst, now: Date): Promise<boolean> {
    const added = await this.rows.query<unknown[]>(
      `insert into head_contradiction (station_id, log, day, held, told, at) values ($1, $2, ($5::timestamptz at time zone 'UTC')::date, $3, $4, $5) on conflict do nothing returning 1`,
      [stationId, log, JSON.stringify(held), told && JSON.stringify(told), now],
    );
    return added.length === 1;
  }

  /** How many stations held something against the log since. */
  async contradictingSince(since: Date): Promise<number> {
    const [found] = await this.rows.query<[{ readonly stations: number }]>('select count(distinct station_id)::int as stations from head_contradiction where at >= $1', [since]);
    return found.stations;
  }

  /** In the order of their blocks. Those of later blocks that the log has no longer come along where they are asked for; those of blocks that were sealed meanwhile do not. */
  ofLog(log: LogName, { from, to, hasLost }: { readonly from: number; readonly to: number; readonly hasLost: boolean }): Promise<Countersignature[]> {
    return this.rows.query(
      `select json_build_object('installation', (select log_id from installation), 'log', log, 'number', number, 'hash', hash, 'rows', rows) as head,
         station_id as station, public_key as "publicKey", signature
       from head_countersignature c where log = $1 and number >= $2
         and (number <= $3 or ($4 and not exists (select from audit_block b where b.log = c.log and b.number = c.number)))
       order by number, station_id`,
      [log, from, to, hasLost],
    );
  }
}
