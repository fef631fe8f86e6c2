// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Settings } from '../../config/settings';
import { IntentRepository } from '../activation/intent.repository';
import { ApprovalWatch } from '../approval/approval-watch';
import type { Transaction } from '../database/transaction';
import { UnitOfWork } from '../database/unit-of-work';
import { Log, faultOf } from '../logging/log';
import { Erasure } from '../retention/erasure';
import { HousekeepingRepository } from './housekeeping.repository';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Takes away, every hour, what is of no use any more: sessions that ended, keys of acts, attempts to sign in and wrong tries of a CIP that are long past, sealed codes that waited too long, requests for approval that nobody answered, and what has been kept for its term. */
@Injectable()
export class Housekeeping implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly log: Log,
    private readonly settings: Settings,
    private readonly approvals: ApprovalWatch,
    private readonly erasure: Erasure,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.run(), HOUR_MS).unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  async run(): Promise<void> {
    try {
      await this.unitOfWork.run(async (transaction) => {
        await transaction.repository(HousekeepingRepository).sweep(transaction.now);
        await this.destroyAgedCodes(transaction);
      });
      await this.erasure.run();
    } catch (error) {
      // The next hour does what this one did not.
      this.log.warn('housekeeping did not end', { fault: faultOf(error) });
    }
    await this.approvals.run();
  }

  /** What is told in the log once for each case: the page says of an open one that its codes are no more. */
  private async destroyAgedCodes(transaction: Transaction): Promise<void> {
    const limit = new Date(transaction.now.getTime() - this.settings.codesMaxAgeDays * DAY_MS);
    for (const { caseId, deskId } of await transaction.repository(IntentRepository).destroyBlobsOlderThan(limit, transaction.now)) {
      transaction.audit({ act: 'case.codes-aged-out', actor: { kind: 'installation' }, requestId: null, deskId, caseId });
      transaction.notify({ to: 'desk', deskId, event: { topic: 'case', caseId } });
    }
  }
}
