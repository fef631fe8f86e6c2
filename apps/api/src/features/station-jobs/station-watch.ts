// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { EndRevokedJobs } from '../../platform/activation/end-revoked-jobs';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { Log, faultOf } from '../../platform/logging/log';
import { StationRepository } from '../../platform/stations/station.repository';

const PERIOD_MS = 5_000;

/** Ends what revoked stations left, and tells desks of stations that fell silent while TCP still believes in their streams, or whose copy of the API died. */
@Injectable()
export class StationWatch implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly endRevokedJobs: EndRevokedJobs,
    private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.run(), PERIOD_MS).unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  async run(): Promise<void> {
    try {
      await this.unitOfWork.run(async (transaction) => {
        for (const { id, deskId } of await transaction.repository(StationRepository).closeSilentStreams(transaction.now)) {
          transaction.audit({ act: 'station.offline', actor: { kind: 'station', stationId: id }, requestId: null, deskId, details: { because: 'silent' } });
          transaction.notify({ to: 'desk', deskId, event: { topic: 'station' } });
        }
      });
      await this.endRevokedJobs.run();
    } catch (error) {
      // The next look does what this one did not.
      this.log.warn('silent stations were not looked for', { fault: faultOf(error) });
    }
  }
}
