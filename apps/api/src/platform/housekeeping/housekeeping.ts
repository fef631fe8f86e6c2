// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { UnitOfWork } from '../database/unit-of-work';
import { Log, faultOf } from '../logging/log';
import { HousekeepingRepository } from './housekeeping.repository';

const HOUR_MS = 3_600_000;

/** Takes away, every hour, what is of no use any more: sessions that ended, keys of acts and attempts to sign in that are long past. */
@Injectable()
export class Housekeeping implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.run(), HOUR_MS).unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  async run(): Promise<void> {
    try {
      await this.unitOfWork.run((transaction) => transaction.repository(HousekeepingRepository).sweep(transaction.now));
    } catch (error) {
      // The next hour does what this one did not.
      this.log.warn('housekeeping did not end', { fault: faultOf(error) });
    }
  }
}
