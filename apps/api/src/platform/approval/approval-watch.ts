// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { Subscription } from 'rxjs';
import { CaseRepository } from '../activation/case.repository';
import { UnitOfWork } from '../database/unit-of-work';
import { NoticeListener } from '../events/notice-listener';
import { Log, faultOf } from '../logging/log';
import { Clock } from '../ports/clock';
import { CaseApprovalRepository } from './case-approval.repository';
import { expireApproval } from './expire-approval';

/** Requests ask each other for a moment's rest when the computer's clock and the timer's do not agree. */
const SHORTEST_MS = 1_000;
/** What a timer can count to. */
const LONGEST_MS = 2_147_483_647;

/** Ends the requests for approval that nobody answered, at the moment when their time is over: one timer, for the next of them, set anew whenever one is asked or decided. */
@Injectable()
export class ApprovalWatch implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;
  private hints: Subscription | undefined;
  private isClosed = false;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly notices: NoticeListener,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    this.hints = this.notices.approvalHints().subscribe(() => void this.setTimer());
    void this.run();
  }

  onApplicationShutdown(): void {
    this.isClosed = true;
    this.hints?.unsubscribe();
    clearTimeout(this.timer);
  }

  /** Ends what is overdue; the hourly housekeeping asks for it, too. */
  async run(): Promise<void> {
    try {
      const overdue = await this.unitOfWork.read((transaction) => transaction.repository(CaseApprovalRepository).overdue(transaction.now));
      for (const caseId of overdue) await this.expire(caseId);
    } catch (error) {
      // Whoever looks at the case finds it overdue; the next hour does what this run did not.
      this.log.warn('overdue approvals were not ended', { fault: faultOf(error) });
    }
    await this.setTimer();
  }

  /** Another copy of the API may do the same: the one that comes second finds the case moved. */
  private async expire(caseId: string): Promise<void> {
    await this.unitOfWork.run(async (transaction) => {
      const row = await transaction.repository(CaseRepository).held(caseId);
      if (row) await expireApproval(transaction, row);
    });
  }

  private async setTimer(): Promise<void> {
    if (this.isClosed) return;
    try {
      const next = await this.unitOfWork.read((transaction) => transaction.repository(CaseApprovalRepository).nextExpiry());
      clearTimeout(this.timer);
      if (next === null || this.isClosed) return;
      const wait = Math.min(Math.max(next.getTime() - this.clock.now().getTime(), SHORTEST_MS), LONGEST_MS);
      this.timer = setTimeout(() => void this.run(), wait).unref();
    } catch (error) {
      this.log.warn('the next expiry of an approval is not known', { fault: faultOf(error) });
    }
  }
}
