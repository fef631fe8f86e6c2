// SPDX-License-Identifier: AGPL-3.0-or-later
import type { TrayView } from '@sportello/contracts';
import type { ControlNumber, SheetRange } from '@sportello/domain';
import type { EntityManager } from 'typeorm';
import { rangesSql, traySql } from './ranges-sql';
import { stopSql } from './stop';

/** One station's envelope printer, in the order in which it feeds. */
export interface Tray {
  readonly stationId: string;
  readonly station: string;
  readonly next: ControlNumber | null;
  readonly last: ControlNumber | null;
  readonly count: number;
  readonly ranges: readonly SheetRange[];
  readonly isStopped: boolean;
}

/** Where the sheets of a desk are by the books. */
export interface Books {
  readonly inStock: readonly SheetRange[];
  readonly inHand: readonly SheetRange[];
  readonly trays: readonly Tray[];
}

export class BooksRepository {
  constructor(private readonly rows: EntityManager) {}

  /** In one round trip, each place as ranges. */
  async of(deskId: string): Promise<Books> {
    const [found] = await this.rows.query<[Omit<Books, 'trays'> & { readonly trays: readonly Omit<Tray, 'next' | 'last'>[] }]>(BOOKS, [deskId]);
    return { ...found, trays: found.trays.map(({ ranges, ...tray }) => ({ ...tray, ranges, next: ranges[0]?.first ?? null, last: ranges.at(-1)?.last ?? null })) };
  }
}

/** As the page reads it. */
export function placesOf({ inStock, inHand, trays }: Books): { readonly inStock: SheetRange[]; readonly inHand: SheetRange[]; readonly trays: TrayView[] } {
  return { inStock: [...inStock], inHand: [...inHand], trays: trays.map((tray) => ({ ...tray, ranges: [...tray.ranges] })) };
}

const BOOKS = `
  select
    ${rangesSql(`select s.control_number from sheet s where s.desk_id = $1 and s.state = 'in-stock' and s.transfer_id is null`)} as "inStock",
    ${rangesSql(`select s.control_number from sheet s where s.desk_id = $1 and s.state in ('printed', 'held')`)} as "inHand",
    (select coalesce(json_agg(json_build_object(
       'stationId', t.id, 'station', t.name, 'isStopped', ${stopSql('t')} is not null, 'ranges', ${traySql('t')},
       'count', (select count(*) from sheet l where l.station_id = t.id and l.state = 'loaded' and l.case_id is null)) order by t.created_at, t.id), '[]')
     from station t
     where t.desk_id = $1 and (t.revoked_at is null and t.enrolled_at is not null or exists (select from sheet l where l.station_id = t.id and l.state = 'loaded'))) as trays`;
