// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import type { JobReport } from '@sportello/contracts';
import { type Outcome, assertNever, refuse } from '@sportello/domain';
import type { CallingStation } from '../../platform/access/caller';
import { CaseRepository } from '../../platform/activation/case.repository';
import { JobRepository } from '../../platform/activation/job.repository';
import type { CaseRow } from '../../platform/database/rows/case-row';
import type { JobRow } from '../../platform/database/rows/job-row';
import type { Transaction } from '../../platform/database/transaction';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import type { Doer } from '../../platform/idempotency/act';
import type { Refusal } from '../../platform/problems/refusal';
import { ConcludePrint } from './conclude-print';
import { ConcludeWrite } from './conclude-write';

/** The job that a report is about, with its case, both held. */
export interface ReportedJob {
  readonly job: JobRow;
  readonly row: CaseRow;
  readonly doer: Doer;
}

/** How a job went. A report may come again, after a lost answer: what is over stays as it ended. */
@Injectable()
export class TakeReport {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly print: ConcludePrint,
    private readonly write: ConcludeWrite,
  ) {}

  run(station: CallingStation, requestId: string, jobId: string, report: JobReport): Promise<Outcome<undefined, Refusal>> {
    return this.unitOfWork.run(async (transaction) => {
      const found = await transaction.repository(JobRepository).ofStation(jobId, station.id);
      const row = found && (await transaction.repository(CaseRepository).held(found.caseId));
      // Read again under the case's lock: another report may have ended the job meanwhile.
      const job = row && (await transaction.repository(JobRepository).ofStation(jobId, station.id));
      if (!row || !job) return refuse({ kind: 'job-unknown' });
      return this.take(transaction, { job, row, doer: { actor: { kind: 'station', stationId: station.id }, requestId } }, report);
    });
  }

  private async take(transaction: Transaction, reported: ReportedJob, report: JobReport): Promise<Outcome<undefined, Refusal>> {
    const isWrite = reported.job.type === 'write-card';
    switch (report.type) {
      case 'submitted':
        return isWrite ? foreign(reported.job, report) : this.print.submitted(transaction, reported);
      case 'completed':
        return isWrite ? foreign(reported.job, report) : this.print.completed(transaction, reported);
      case 'print-failed':
        return isWrite ? foreign(reported.job, report) : this.print.failed(transaction, reported, report);
      case 'phase':
        return isWrite ? this.write.phase(transaction, reported, report) : foreign(reported.job, report);
      case 'written':
        return isWrite ? this.write.written(transaction, reported, report) : foreign(reported.job, report);
      case 'interrupted':
        return isWrite ? this.write.interrupted(transaction, reported, report) : foreign(reported.job, report);
      default:
        return assertNever(report);
    }
  }
}

/** A report that such a job cannot give. */
function foreign(job: JobRow, report: JobReport): Outcome<undefined, Refusal> {
  return refuse({ kind: 'invalid-request', details: { fields: ['type'], job: job.type, report: report.type } });
}
