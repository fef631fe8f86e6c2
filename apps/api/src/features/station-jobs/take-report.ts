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
import { ConcludePaper, type ReportedPaper } from './conclude-paper';
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
    private readonly paper: ConcludePaper,
    private readonly print: ConcludePrint,
    private readonly write: ConcludeWrite,
  ) {}

  run(station: CallingStation, requestId: string, jobId: string, report: JobReport): Promise<Outcome<undefined, Refusal>> {
    return this.unitOfWork.run(async (transaction) => {
      const jobs = transaction.repository(JobRepository);
      const found = await jobs.ofStation(jobId, station.id);
      if (!found) return refuse({ kind: 'job-unknown' });
      const doer = { actor: { kind: 'station', stationId: station.id }, requestId } as const;
      const row = found.caseId === null ? undefined : await transaction.repository(CaseRepository).held(found.caseId);
      // Read again under the case's lock, or its own: another report may have ended the job meanwhile.
      const job = row ? await jobs.ofStation(jobId, station.id) : await jobs.heldOfStation(jobId, station.id);
      if (!job) return refuse({ kind: 'job-unknown' });
      if (job.type === 'print-paper') return this.takeOfPaper(transaction, { job, row, deskId: row?.deskId ?? station.deskId, doer }, report);
      if (!row) throw new Error('a job with codes that is no case’s');
      return this.take(transaction, { job, row, doer }, report);
    });
  }

  private takeOfPaper(transaction: Transaction, reported: ReportedPaper, report: JobReport): Promise<Outcome<undefined, Refusal>> {
    switch (report.type) {
      case 'submitted':
        return this.paper.submitted(transaction, reported);
      case 'completed':
        return this.paper.completed(transaction, reported);
      case 'print-failed':
        return this.paper.failed(transaction, reported, report);
      case 'phase':
      case 'written':
      case 'interrupted':
        return Promise.resolve(foreign(reported.job, report));
      default:
        return assertNever(report);
    }
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
