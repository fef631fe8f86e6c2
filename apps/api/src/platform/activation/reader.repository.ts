// SPDX-License-Identifier: AGPL-3.0-or-later
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { CardInReaderRow } from '../database/rows/card-row';
import { StationRow } from '../database/rows/station-row';
import { isOnlineSql } from '../stations/online';

/** The readers for citizens as a desk sees them: of stations that are connected, since what a silent one said last may not be true any more. */
export class ReaderRepository {
  constructor(private readonly rows: EntityManager) {}

  /** One stay of a card, ended or not. */
  async stayAt(deskId: string, insertionId: string, now: Date): Promise<CardInReaderRow | undefined> {
    const found = await this.staysAt(deskId, now).andWhere('stay.insertionId = :insertionId', { insertionId }).getOne();
    return found ?? undefined;
  }

  /** The recognised card, if it is in one of the desk's readers now. */
  async recognisedAt(deskId: string, idCarta: string, now: Date): Promise<CardInReaderRow | undefined> {
    const found = await this.staysAt(deskId, now).andWhere('stay.idCarta = :idCarta', { idCarta }).getOne();
    return found ?? undefined;
  }

  /** Whether any card is in a reader of the desk. */
  async hasAnyCard(deskId: string, now: Date): Promise<boolean> {
    return this.staysAt(deskId, now).andWhere(`stay.state <> 'removed'`).getExists();
  }

  private staysAt(deskId: string, now: Date): SelectQueryBuilder<CardInReaderRow> {
    return this.rows
      .createQueryBuilder(CardInReaderRow, 'stay')
      .innerJoin(StationRow, 'station', 'station.id = stay.stationId')
      .where(`stay.reader = 'citizen' and station.deskId = :deskId`, { deskId })
      .andWhere(isOnlineSql('station', ':now'), { now });
  }
}
