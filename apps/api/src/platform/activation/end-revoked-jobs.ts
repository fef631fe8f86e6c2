// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import { assertNever } from '@sportello/domain';
import type { CaseRow } from '../database/rows/case-row';
import type { JobRow } from '../database/rows/job-row';
import type { Transaction } from '../database/transaction';
import { UnitOfWork } from '../database/unit-of-work';
import type { Doer } from '../idempotency/act';
import { Log, faultOf } from '../logging/log';
import { advanceCase } from './advance-case';
import { CaseRepository } from './case.repository';
import { giveSheetBack } from './end-codes';
import { JobRepository } from './job.repository';
import type { Obstacle } from './situation';

const DOER: Doer = { actor: { kind: 'installation' }, requestId: null };
const BECAUSE = 'station-revoked';

/**
 * What a revoked station was still to do is over: nobody will hear how it went. Each job in a unit of work of its own, at once after the revocation and again by the watch,
 * so that an order which crossed it, or an API that fell in between, leaves nothing waiting.
 */
@Injectable()
export class EndRevokedJobs {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly log: Log,
  ) {}

  async run(): Promise<void> {
    const waiting = await this.unitOfWork.read((transaction) => transaction.repository(JobRepository).pendingAtRevoked());
    for (const { id, stationId, caseId, deskId } of waiting) {
      try {
        await this.unitOfWork.run(async (transaction) => {
          const row = caseId === null ? undefined : await transaction.repository(CaseRepository).held(caseId);
          const job = await transaction.repository(JobRepository).heldOfStation(id, stationId);
          if (job?.state === 'pending') await end(transaction, job, row, deskId);
        });
      } catch (error) {
        // The watch tries again.
        this.log.error('a job of a revoked station was not ended', { jobId: id, stationId, fault: faultOf(error) });
      }
    }
  }
}

async function end(transaction: Transaction, job: JobRow, row: CaseRow | undefined, deskId: string): Promise<void> {
  await transaction.repository(JobRepository).end(job.id, 'failed', BECAUSE, transaction.now);
  switch (job.type) {
    case 'print-paper':
      return paperEnds(transaction, job, row, deskId);
    case 'print-envelope':
      return envelopeEnds(transaction, job, row);
    case 'write-card':
      if (row?.state === 'writing') await advanceCase(transaction, DOER, row, { to: 'interrupted', act: 'case.write-interrupted', details: { reason: BECAUSE, fence: row.fence } });
      return;
    default:
      assertNever(job.type);
  }
}

/** Its codes die. A sheet for which the printer was never asked lies there still, for others; of any other nobody knows whether it came out. */
async function envelopeEnds(transaction: Transaction, job: JobRow, row: CaseRow | undefined): Promise<void> {
  if (row?.state !== 'printing') return;
  const wasSubmitted = job.submittedAt !== null;
  if (!wasSubmitted) await giveSheetBack(transaction, row);
  const obstacle = away('envelopes');
  await advanceCase(transaction, DOER, row, {
    to: 'authorised',
    cause: wasSubmitted ? 'sheet-spoiled' : 'codes-died',
    act: 'case.print-failed',
    details: { reason: BECAUSE, wasSubmitted },
    changes: { obstacleCode: obstacle.kind, obstacleDetails: obstacle.details ?? null },
  });
}

async function paperEnds(transaction: Transaction, job: JobRow, row: CaseRow | undefined, deskId: string): Promise<void> {
  const details = { paper: job.paper, printer: 'forms', reason: BECAUSE };
  if (row && job.paper === 'form') {
    const obstacle = away('forms');
    await transaction.repository(CaseRepository).noteObstacle(row, { obstacleCode: obstacle.kind, obstacleDetails: obstacle.details ?? null });
    transaction.audit({ act: 'case.print-failed', ...DOER, deskId, stationId: job.stationId, caseId: row.id, details });
  } else {
    transaction.audit({ act: 'paper.print-failed', ...DOER, deskId, stationId: job.stationId, ...(row && { caseId: row.id }), details });
  }
  transaction.notify({ to: 'desk', deskId, event: { topic: 'paper', paperId: job.id } });
  if (row) transaction.notify({ to: 'desk', deskId, event: { topic: 'case', caseId: row.id } });
}

function away(printer: 'envelopes' | 'forms'): Obstacle {
  return { kind: 'printer-unavailable', details: { printer, condition: 'offline', because: BECAUSE } };
}
