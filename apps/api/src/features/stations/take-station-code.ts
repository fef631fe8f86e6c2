// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import type { StationCodeMessage } from '@sportello/contracts';
import { type Outcome, accept, parseStationCode, refuse } from '@sportello/domain';
import type { CallingStation } from '../../platform/access/caller';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { Keys } from '../../platform/keys/keys';
import type { Refusal } from '../../platform/problems/refusal';
import { macOfStationCode } from '../../platform/stations/station-codes';
import { StationRepository } from '../../platform/stations/station.repository';

/** The code that the station shows from now on. Told at each start; only another one changes anything, and then every browser shows it anew. */
@Injectable()
export class TakeStationCode {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly keys: Keys,
  ) {}

  async run({ id, deskId }: CallingStation, requestId: string, { code: text }: StationCodeMessage): Promise<Outcome<undefined, Refusal>> {
    const code = parseStationCode(text);
    if (code === undefined) return refuse({ kind: 'invalid-request', details: { fields: ['code'] } });
    return this.unitOfWork.run(async (transaction) => {
      const isNew = await transaction.repository(StationRepository).takeCode(id, macOfStationCode(this.keys, deskId, code));
      if (!isNew) return accept(undefined);
      transaction.audit({ act: 'station.code-told', actor: { kind: 'station', stationId: id }, requestId, deskId });
      transaction.notify({ to: 'desk', deskId, event: { topic: 'station' } });
      return accept(undefined);
    });
  }
}
