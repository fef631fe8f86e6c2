// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import { type Outcome, accept, refuse } from '@sportello/domain';
import { advanceCase } from '../../platform/activation/advance-case';
import { giveSheetBack } from '../../platform/activation/end-codes';
import { IntentRepository } from '../../platform/activation/intent.repository';
import { JobRepository } from '../../platform/activation/job.repository';
import { moveCaseSheet } from '../../platform/activation/move-case-sheet';
import type { Transaction } from '../../platform/database/transaction';
import type { Refusal } from '../../platform/problems/refusal';
import { type PrintFailure, obstacleOf } from './print-failure';
import type { ReportedJob } from './take-report';

/** How the printing of an envelope ended. */
@Injectable()
export class ConcludePrint {
  /**
   * The station is about to send the first byte, and waits for this answer: what was called off meanwhile must not come out of the printer, and no envelope comes out
   * whose codes are not recorded.
   */
  async submitted(transaction: Transaction, { job, row }: ReportedJob): Promise<Outcome<undefined, Refusal>> {
    if (job.state !== 'pending') return refuse({ kind: 'intent-voided' });
    if (!(await transaction.repository(IntentRepository).living(row.id))) return refuse({ kind: 'intent-voided' });
    await transaction.repository(JobRepository).submitted(job.id, transaction.now);
    return accept(undefined);
  }

  /** The printer says that it is done; whether paper came out, only the operator's scan tells. */
  async completed(transaction: Transaction, { job, row, doer }: ReportedJob): Promise<Outcome<undefined, Refusal>> {
    if (job.state !== 'pending') return accept(undefined);
    await transaction.repository(JobRepository).end(job.id, 'completed', null, transaction.now);
    if (row.state === 'printing') {
      const { controlNumber } = await moveCaseSheet(transaction, row, ['printed']);
      transaction.audit({ act: 'case.envelope-printed', actor: doer.actor, requestId: doer.requestId, deskId: row.deskId, caseId: row.id, details: { controlNumber } });
    }
    transaction.notify({ to: 'desk', deskId: row.deskId, event: { topic: 'case', caseId: row.id } });
    return accept(undefined);
  }

  async failed(transaction: Transaction, reported: ReportedJob, report: PrintFailure): Promise<Outcome<undefined, Refusal>> {
    const { job, row } = reported;
    if (job.state !== 'pending') return accept(undefined);
    await transaction.repository(JobRepository).end(job.id, 'failed', report.reason, transaction.now);
    if (row.state !== 'printing') return accept(undefined);
    return this.envelopeFailed(transaction, reported, report);
  }

  /** The codes die with the print. Only a sheet that the printer never saw can be used again, for others. */
  private async envelopeFailed(transaction: Transaction, reported: ReportedJob, report: PrintFailure): Promise<Outcome<undefined, Refusal>> {
    const { row, doer } = reported;
    const isClean = !report.wasSubmitted && !(await mayHavePrinted(transaction, reported, report));
    if (isClean) await giveSheetBack(transaction, row);
    const obstacle = obstacleOf(report, 'envelopes');
    const moved = await advanceCase(transaction, doer, row, {
      to: 'authorised',
      cause: isClean ? 'codes-died' : 'sheet-spoiled',
      act: 'case.print-failed',
      details: { reason: report.reason, condition: report.condition, wasSubmitted: report.wasSubmitted },
      changes: { obstacleCode: obstacle.kind, obstacleDetails: obstacle.details ?? null },
    });
    return moved.ok ? accept(undefined) : moved;
  }
}

/** A station that lost its journal may ask for codes again, and is refused, for a job that it printed: then its word that nothing was printed is not enough. */
async function mayHavePrinted(transaction: Transaction, { job, row }: ReportedJob, { reason }: PrintFailure): Promise<boolean> {
  if (reason !== 'intent-refused') return false;
  return job.submittedAt !== null || (await transaction.repository(IntentRepository).living(row.id)) !== undefined;
}
