// SPDX-License-Identifier: AGPL-3.0-or-later
import { READER_ROLES, type ReaderRole } from '@sportello/contracts';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { CardInReaderRow } from '../database/rows/card-row';
import { StationRow } from '../database/rows/station-row';
import { isOnlineSql } from '../stations/online';
import { type Counter, chosenStationId } from '../stations/station-choice';

const EITHER = READER_ROLES;

/** The readers as somebody at a desk sees them: of the station at which they act, while it is connected, since what a silent one said last may not be true any more. A case is about the card in a citizen's; whoever comes for its holder shows theirs in any. */
export class ReaderRepository {
  constructor(private readonly rows: EntityManager) {}

  /** One stay of a card, ended or not. */
  async stayAt(counter: Counter, insertionId: string, now: Date): Promise<CardInReaderRow | undefined> {
    const found = await this.staysAt(counter, now).andWhere('stay.insertionId = :insertionId', { insertionId }).getOne();
    return found ?? undefined;
  }

  /** The same in either reader: the operator's is good for looking at a card, too. */
  async stayInEither(counter: Counter, insertionId: string, now: Date): Promise<CardInReaderRow | undefined> {
    const found = await this.staysAt(counter, now, EITHER).andWhere('stay.insertionId = :insertionId', { insertionId }).getOne();
    return found ?? undefined;
  }

  async hasAnyCardInEither(counter: Counter, now: Date): Promise<boolean> {
    return this.staysAt(counter, now, EITHER).andWhere(`stay.state <> 'removed'`).getExists();
  }

  /** The recognised card, if it is in one of the desk's readers now. */
  async recognisedAt(counter: Counter, idCarta: string, now: Date): Promise<CardInReaderRow | undefined> {
    const found = await this.staysAt(counter, now).andWhere('stay.idCarta = :idCarta', { idCarta }).getOne();
    return found ?? undefined;
  }

  /** Whether any card is in a reader of the desk. */
  async hasAnyCard(counter: Counter, now: Date): Promise<boolean> {
    return this.staysAt(counter, now).andWhere(`stay.state <> 'removed'`).getExists();
  }

  /** The recognised cards in the readers of the desk, but for the one of this number. */
  async othersAt(counter: Counter, idCarta: string, now: Date): Promise<readonly CardInReaderRow[]> {
    return this.staysAt(counter, now, EITHER).andWhere(`stay.state = 'recognised' and stay.idCarta <> :idCarta`, { idCarta }).getMany();
  }

  private staysAt({ deskId, at }: Counter, now: Date, readers: readonly ReaderRole[] = ['citizen']): SelectQueryBuilder<CardInReaderRow> {
    return this.rows
      .createQueryBuilder(CardInReaderRow, 'stay')
      .innerJoin(StationRow, 'station', 'station.id = stay.stationId')
      .where('stay.reader in (:...readers) and station.deskId = :deskId', { deskId, readers })
      .andWhere('(:stationId::uuid is null or station.id = :stationId)', { stationId: chosenStationId(at) })
      .andWhere(isOnlineSql('station', ':now'), { now });
  }
}
