// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import type { CallingStation } from '../../platform/access/caller';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { Log, faultOf } from '../../platform/logging/log';
import { StationRepository } from '../../platform/stations/station.repository';

/** The opening and the end of a station's stream are noted in the database, where every copy of the API sees them. */
@Injectable()
export class StationPresence {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly log: Log,
  ) {}

  async begin({ id, deskId }: CallingStation, streamId: string): Promise<void> {
    await this.unitOfWork.run(async (transaction) => {
      await transaction.repository(StationRepository).streamOpened(id, streamId);
      transaction.audit({ act: 'station.online', actor: { kind: 'station', stationId: id }, requestId: null, deskId });
      transaction.notify({ to: 'desk', deskId, event: { topic: 'station' } });
    });
  }

  /** False when another stream has taken this one's place, the station was silent for too long, or was revoked. */
  async isStill({ id }: CallingStation, streamId: string): Promise<boolean> {
    return this.unitOfWork.read((transaction) => transaction.repository(StationRepository).isStream(id, streamId));
  }

  async end({ id, deskId }: CallingStation, streamId: string): Promise<void> {
    try {
      await this.unitOfWork.run(async (transaction) => {
        if (!(await transaction.repository(StationRepository).streamClosed(id, streamId))) return;
        transaction.audit({ act: 'station.offline', actor: { kind: 'station', stationId: id }, requestId: null, deskId });
        transaction.notify({ to: 'desk', deskId, event: { topic: 'station' } });
      });
    } catch (error) {
      // Nobody waits for this any more; the station counts as away once it was not heard for a while.
      this.log.warn('the end of a station’s stream was not noted', { stationId: id, fault: faultOf(error) });
    }
  }
}
