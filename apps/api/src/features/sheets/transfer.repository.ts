// SPDX-License-Identifier: AGPL-3.0-or-later
import type { SheetRange } from '@sportello/domain';
import type { EntityManager } from 'typeorm';
import { rangesSql } from '../../platform/custody/ranges-sql';

interface NewTransfer {
  readonly id: string;
  readonly fromDeskId: string;
  readonly toDeskId: string;
  readonly range: SheetRange;
  readonly note: string | null;
  readonly sentBy: string;
  readonly sentAt: Date;
}

export interface TransferOnTheWay {
  readonly fromDeskId: string;
  readonly toDeskId: string;
  readonly missing: readonly SheetRange[];
}

export class TransferRepository {
  constructor(private readonly rows: EntityManager) {}

  async open({ id, fromDeskId, toDeskId, range, note, sentBy, sentAt }: NewTransfer): Promise<void> {
    await this.rows.query('insert into sheet_transfer (id, from_desk_id, to_desk_id, first_number, last_number, note, sent_by, sent_at) values ($1, $2, $3, $4, $5, $6, $7, $8)', [
      id,
      fromDeskId,
      toDeskId,
      range.first,
      range.last,
      note,
      sentBy,
      sentAt,
    ]);
  }

  /** The parcel, held, with what of it has not arrived. */
  async held(id: string): Promise<TransferOnTheWay | undefined> {
    await this.rows.query('select from sheet_transfer where id = $1 for update', [id]);
    const [found] = await this.rows.query<TransferOnTheWay[]>(
      `select t.from_desk_id as "fromDeskId", t.to_desk_id as "toDeskId", ${rangesSql('select s.control_number from sheet s where s.transfer_id = t.id')} as missing
       from sheet_transfer t where t.id = $1`,
      [id],
    );
    return found;
  }

  async arrived(id: string, arrivedBy: string, now: Date): Promise<void> {
    await this.rows.query('update sheet_transfer set arrived_by = $2, arrived_at = $3 where id = $1', [id, arrivedBy, now]);
  }
}
