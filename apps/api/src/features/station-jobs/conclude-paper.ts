// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import { type Outcome, accept, refuse } from '@sportello/domain';
import { CaseRepository } from '../../platform/activation/case.repository';
import { JobRepository } from '../../platform/activation/job.repository';
import type { CaseRow } from '../../platform/database/rows/case-row';
import type { JobRow } from '../../platform/database/rows/job-row';
import type { Transaction } from '../../platform/database/transaction';
import type { Doer } from '../../platform/idempotency/act';
import type { Refusal } from '../../platform/problems/refusal';
import { type PrintFailure, obstacleOf } from './print-failure';

/** A paper's job, held: through its case, or by itself where it is no case's. */
export interface ReportedPaper {
  readonly job: JobRow;
  readonly row: CaseRow | undefined;
  readonly deskId: string;
  readonly doer: Doer;
}

/** How the printing of a paper ended. It carries no code and costs no sheet: whatever becomes of it, nothing else stops. */
@Injectable()
export class ConcludePaper {
  /** The station is about to send the first byte: what was called off meanwhile must not come out of the printer. */
  async submitted(transaction: Transaction, { job }: ReportedPaper): Promise<Outcome<undefined, Refusal>> {
    if (job.state !== 'pending') return refuse({ kind: 'intent-voided' });
    await transaction.repository(JobRepository).submitted(job.id, transaction.now);
    return accept(undefined);
  }

  async completed(transaction: Transaction, reported: ReportedPaper): Promise<Outcome<undefined, Refusal>> {
    const { job, row } = reported;
    if (job.state !== 'pending') return accept(undefined);
    await transaction.repository(JobRepository).end(job.id, 'completed', null, transaction.now);
    if (row && job.paper === 'form') await transaction.repository(CaseRepository).forgetFormTrouble(row);
    tellDesk(transaction, reported);
    return accept(undefined);
  }

  async failed(transaction: Transaction, reported: ReportedPaper, report: PrintFailure): Promise<Outcome<undefined, Refusal>> {
    const { job, row, deskId, doer } = reported;
    if (job.state !== 'pending') return accept(undefined);
    await transaction.repository(JobRepository).end(job.id, 'failed', report.reason, transaction.now);
    const details = { printer: 'forms', reason: report.reason, condition: report.condition };
    if (row && job.paper === 'form') {
      // The case goes on, and its view says that the paper to sign is missing.
      const obstacle = obstacleOf(report, 'forms');
      await transaction.repository(CaseRepository).noteObstacle(row, { obstacleCode: obstacle.kind, obstacleDetails: obstacle.details ?? null });
      transaction.audit({ act: 'case.print-failed', ...doer, deskId, caseId: row.id, details });
    } else {
      transaction.audit({ act: 'paper.print-failed', ...doer, deskId, ...(row && { caseId: row.id }), details: { paper: job.paper, ...details } });
    }
    tellDesk(transaction, reported);
    return accept(undefined);
  }
}

function tellDesk(transaction: Transaction, { job, row, deskId }: ReportedPaper): void {
  transaction.notify({ to: 'desk', deskId, event: { topic: 'paper', paperId: job.id } });
  if (row) transaction.notify({ to: 'desk', deskId, event: { topic: 'case', caseId: row.id } });
}
