// SPDX-License-Identifier: AGPL-3.0-or-later
import type { BagView, BoxView, SheetsView, SpoiledSheet, TransferView } from '@sportello/contracts';
import type { EntityManager } from 'typeorm';
import type { CallerDesk } from '../../platform/access/caller';
import { rangesSql } from '../../platform/custody/ranges-sql';
import { HAS_PAPER } from './has-paper';

type Around = Pick<SheetsView, 'toBag' | 'bags' | 'boxes' | 'transfers' | 'otherDesks'>;

export class SheetViewRepository {
  constructor(private readonly rows: EntityManager) {}

  /** Boxes, parcels, bags and what belongs into one; in one round trip. Whoever inspects sees the bags that wait at the body's other desks too. */
  async around({ id, bodyId }: CallerDesk, doesInspect: boolean): Promise<Around> {
    const [found] = await this.rows.query<[Found]>(AROUND, [id, bodyId, doesInspect]);
    return {
      otherDesks: found.otherDesks,
      toBag: found.toBag.map((sheet) => ({ ...sheet, at: instant(sheet.at) })),
      bags: found.bags.map((bag) => ({ ...bag, closedAt: instant(bag.closedAt), inspectedAt: bag.inspectedAt === null ? null : instant(bag.inspectedAt) })),
      boxes: found.boxes.map((box) => ({ ...box, receivedAt: instant(box.receivedAt) })),
      transfers: found.transfers.map((transfer) => ({ ...transfer, sentAt: instant(transfer.sentAt) })),
    };
  }
}

interface Found {
  readonly toBag: SpoiledSheet[];
  readonly bags: BagView[];
  readonly boxes: BoxView[];
  readonly transfers: TransferView[];
  readonly otherDesks: SheetsView['otherDesks'];
}

/** PostgreSQL's JSON writes instants with its own offset and precision. */
function instant(text: string): string {
  return new Date(text).toISOString();
}

const list = (query: string): string => `(select coalesce(json_agg(l), '[]') from (${query}) l)`;

const AROUND = `
  select
    ${list(`select s.control_number as "controlNumber", s.reason, s.changed_at as at from sheet s
      where s.desk_id = $1 and s.state = 'spoiled' and s.bag_id is null and ${HAS_PAPER} order by s.changed_at, s.control_number limit 500`)} as "toBag",
    ${list(`select b.id, d.name || ', ' || d.place as desk, b.number || '/' || b.year as number, (select count(*) from sheet s where s.bag_id = b.id) as count, b.closed_at as "closedAt", c.display_name as "closedBy",
        b.inspected_at as "inspectedAt", i.display_name as "inspectedBy", b.finding
      from sheet_bag b join desk d on d.id = b.desk_id join operator c on c.id = b.closed_by left join operator i on i.id = b.inspected_by
      where b.desk_id = $1 or ($3 and d.body_id = $2 and b.inspected_at is null) order by b.inspected_at is not null, b.closed_at desc limit 20`)} as bags,
    ${list(`select b.first_number as first, b.last_number as last, b.note, b.received_at as "receivedAt", o.display_name as "receivedBy"
      from sheet_box b left join operator o on o.id = b.received_by where b.desk_id = $1 order by b.received_at desc, b.first_number desc limit 10`)} as boxes,
    ${list(`select t.id, t.to_desk_id = $1 as "isIncoming", d.name as "otherDesk", t.sent_at as "sentAt", o.display_name as "sentBy", t.note,
        json_build_array(json_build_object('first', t.first_number, 'last', t.last_number)) as sent,
        ${rangesSql('select s.control_number from sheet s where s.transfer_id = t.id')} as missing, t.arrived_at is not null as "isShort"
      from sheet_transfer t join desk d on d.id = case when t.to_desk_id = $1 then t.from_desk_id else t.to_desk_id end join operator o on o.id = t.sent_by
      where (t.from_desk_id = $1 or t.to_desk_id = $1) and exists (select from sheet s where s.transfer_id = t.id) order by t.sent_at`)} as transfers,
    ${list(`select d.id, d.name || ', ' || d.place as name from desk d where d.body_id = $2 and d.id <> $1 order by d.name, d.place`)} as "otherDesks"`;
