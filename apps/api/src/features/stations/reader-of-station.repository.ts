// SPDX-License-Identifier: AGPL-3.0-or-later
import type { EntityManager } from 'typeorm';
import { CardInReaderRow } from '../../platform/database/rows/card-row';

export class ReaderOfStationRepository {
  constructor(private readonly rows: EntityManager) {}

  /** The recognised card in the station's reader for citizens. */
  async recognised(stationId: string): Promise<{ readonly insertionId: string; readonly idCarta: string } | undefined> {
    const stay = await this.rows.findOneBy(CardInReaderRow, { stationId, reader: 'citizen', state: 'recognised' });
    return stay?.idCarta ? { insertionId: stay.insertionId, idCarta: stay.idCarta } : undefined;
  }
}
