// SPDX-License-Identifier: AGPL-3.0-or-later
import { type SheetLossReason, type SheetRange, assertNever, common, joined } from '@sportello/domain';
import type { EntityManager } from 'typeorm';
import { DeskRow } from '../database/rows/desk-row';
import { rangesSql } from './ranges-sql';

/** In the cupboard; or also in a printer and promised to nobody; or there, but in another printer than this; or in one printer; or on the way in one parcel. */
export type Whereabouts =
  | { readonly at: 'stock' }
  | { readonly at: 'stock-or-tray' }
  | { readonly at: 'stock-or-other-tray'; readonly stationId: string }
  | { readonly at: 'tray'; readonly stationId: string }
  | { readonly at: 'parcel'; readonly transferId: string };

interface Box {
  readonly id: string;
  readonly deskId: string;
  readonly range: SheetRange;
  readonly note: string | null;
  readonly receivedBy: string | null;
}

/** Sheets by the range: a box of 5,000 is one round trip. Whoever changes the stock of a desk holds the desk first. */
export class SheetStockRepository {
  constructor(private readonly rows: EntityManager) {}

  /** Stock acts of one desk come one after the other; two desks are held in the order of their ids, so that no two acts wait for each other. */
  async holdDesk(deskId: string): Promise<DeskRow | undefined> {
    return (await this.rows.findOne(DeskRow, { where: { id: deskId }, lock: { mode: 'for_no_key_update' } })) ?? undefined;
  }

  async hasStation(deskId: string, stationId: string): Promise<boolean> {
    const found = await this.rows.query<unknown[]>('select from station where desk_id = $1 and id = $2 and revoked_at is null', [deskId, stationId]);
    return found.length > 0;
  }

  /** Of these numbers, those that are or were last at the desk. */
  async known(deskId: string, ranges: readonly SheetRange[]): Promise<readonly SheetRange[]> {
    const [found] = await this.rows.query<[{ readonly ranges: readonly SheetRange[] }]>(
      `select ${rangesSql(`select s.control_number from sheet s where s.desk_id = $1 and ${IN_RANGES}`)} as ranges`,
      [deskId, ...asked(ranges)],
    );
    return found.ranges;
  }

  /** Of these numbers, those that the desk has or had, also if they went on to another desk since: no box brings them a second time. */
  async cameBefore(deskId: string, ranges: readonly SheetRange[]): Promise<readonly SheetRange[]> {
    const received = await this.rows.query<SheetRange[]>(
      `select m.first_number as first, m.last_number as last from sheet_movement m where m.desk_id = $1 and m.kind = 'received'
         and exists (select from unnest($2::text[], $3::text[]) as asked (first, last) where m.first_number <= asked.last and m.last_number >= asked.first)`,
      [deskId, ...asked(ranges)],
    );
    return joined([...(await this.known(deskId, ranges)), ...common(ranges, received)]);
  }

  /** Of these numbers, those that are there now, held until the transaction ends. */
  async held(deskId: string, ranges: readonly SheetRange[], where: Whereabouts): Promise<readonly SheetRange[]> {
    const [found] = await this.rows.query<[{ readonly ranges: readonly SheetRange[] }]>(
      `with held as (select s.control_number from sheet s where s.desk_id = $1 and ${IN_RANGES} and ${conditionOf(where)} order by s.control_number for update)
       select ${rangesSql('select control_number from held')} as ranges`,
      [deskId, ...asked(ranges), subjectOf(where)],
    );
    return found.ranges;
  }

  async receive({ id, deskId, range, note, receivedBy }: Box, sheetIds: readonly string[], now: Date): Promise<void> {
    await this.rows.query('insert into sheet_box (id, desk_id, first_number, last_number, note, received_by, received_at) values ($1, $2, $3, $4, $5, $6, $7)', [
      id,
      deskId,
      range.first,
      range.last,
      note,
      receivedBy,
      now,
    ]);
    await this.rows.query(
      `insert into sheet (id, desk_id, control_number, state, changed_at)
       select new.id, $1, lpad(($2::integer + new.turn - 1)::text, 6, '0'), 'in-stock', $3 from unnest($4::uuid[]) with ordinality as new (id, turn)`,
      [deskId, Number(range.first), now, sheetIds],
    );
  }

  /** Under what is left in the tray: they are fed after it. They come from the cupboard, or out of another station's printer, which may be gone. */
  async load(deskId: string, stationId: string, range: SheetRange, now: Date): Promise<void> {
    await this.rows.query(
      `update sheet s set state = 'loaded', station_id = $4, changed_at = $5,
         load_order = s.control_number::integer - $2::integer + 1 + coalesce((select max(l.load_order) from sheet l where l.station_id = $4), 0)
       where s.desk_id = $1 and s.control_number between $2 and $3 and ${conditionOf({ at: 'stock-or-other-tray', stationId })}`,
      [deskId, range.first, range.last, stationId, now],
    );
  }

  /** Out of use, with the reason. */
  async end(deskId: string, ranges: readonly SheetRange[], where: Whereabouts, ending: { readonly to: 'spoiled' | 'destroyed'; readonly reason: SheetLossReason; readonly now: Date }): Promise<void> {
    await this.rows.query(
      `update sheet s set state = $5, reason = $6, changed_at = $7 where s.desk_id = $1 and ${IN_RANGES} and ${conditionOf(where)}`,
      [deskId, ...asked(ranges), subjectOf(where), ending.to, ending.reason, ending.now],
    );
  }

  /** They leave the desk, and are on the way to the other. */
  async send(fromDeskId: string, toDeskId: string, ranges: readonly SheetRange[], transferId: string, now: Date): Promise<void> {
    await this.rows.query(`update sheet s set desk_id = $5, transfer_id = $4, changed_at = $6 where s.desk_id = $1 and ${IN_RANGES} and s.state = 'in-stock' and s.transfer_id is null`, [
      fromDeskId,
      ...asked(ranges),
      transferId,
      toDeskId,
      now,
    ]);
  }

  async arrive(deskId: string, ranges: readonly SheetRange[], transferId: string, now: Date): Promise<void> {
    await this.rows.query(`update sheet s set transfer_id = null, changed_at = $5 where s.desk_id = $1 and ${IN_RANGES} and s.transfer_id = $4`, [deskId, ...asked(ranges), transferId, now]);
  }
}

/** SQL over $2 and $3, the ends of the ranges that are asked for. */
const IN_RANGES = 'exists (select from unnest($2::text[], $3::text[]) as asked (first, last) where s.control_number between asked.first and asked.last)';

function asked(ranges: readonly SheetRange[]): readonly [readonly string[], readonly string[]] {
  return [ranges.map(({ first }) => first), ranges.map(({ last }) => last)];
}

/** SQL over $4, the station or the parcel; where there is none, the parameter is looked at and changes nothing. */
function conditionOf({ at }: Whereabouts): string {
  const stock = `s.state = 'in-stock' and s.transfer_id is null`;
  const free = `s.state = 'loaded' and s.case_id is null`;
  switch (at) {
    case 'stock':
      return `$4::uuid is null and ${stock}`;
    case 'stock-or-tray':
      return `$4::uuid is null and ((${stock}) or (${free}))`;
    case 'stock-or-other-tray':
      return `((${stock}) or (${free} and s.station_id <> $4::uuid))`;
    case 'tray':
      return `${free} and s.station_id = $4::uuid`;
    case 'parcel':
      return `s.transfer_id = $4::uuid`;
    default:
      return assertNever(at);
  }
}

function subjectOf(where: Whereabouts): string | null {
  return 'stationId' in where ? where.stationId : 'transferId' in where ? where.transferId : null;
}
