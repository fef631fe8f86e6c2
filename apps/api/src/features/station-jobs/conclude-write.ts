// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import type { JobReport } from '@sportello/contracts';
import { type CaseState, type Outcome, accept, assertNever, refuse } from '@sportello/domain';
import { advanceCase } from '../../platform/activation/advance-case';
import { CardRegisterRepository } from '../../platform/activation/card-register.repository';
import { IntentRepository } from '../../platform/activation/intent.repository';
import { JobRepository } from '../../platform/activation/job.repository';
import { COLUMN_OF_PHASE } from '../../platform/activation/phases';
import type { Obstacle } from '../../platform/activation/situation';
import type { IntentRow, ProofRow } from '../../platform/database/rows/intent-row';
import type { Transaction } from '../../platform/database/transaction';
import type { Refusal } from '../../platform/problems/refusal';
import { noteIssuerRefusal } from './note-issuer-refusal';
import { ProofCheck } from './proof-check';
import { ProofRepository } from './proof.repository';
import type { ReportedJob } from './take-report';

type Report<Type extends JobReport['type']> = Extract<JobReport, { readonly type: Type }>;

/** How a write went, under its lease. Whoever lost the lease has nothing more to say. */
@Injectable()
export class ConcludeWrite {
  constructor(private readonly proofCheck: ProofCheck) {}

  async phase(transaction: Transaction, reported: ReportedJob, { fence, phase }: Report<'phase'>): Promise<Outcome<undefined, Refusal>> {
    if (phase === 'sheet-scanned' || phase === 'outcome-recorded') return refuse({ kind: 'invalid-request', details: { fields: ['phase'] } });
    const lease = leaseOf(reported, fence);
    if (lease !== 'held') return lease;
    const intent = await livingIntent(transaction, reported);
    await transaction.repository(IntentRepository).reach(intent, COLUMN_OF_PHASE[phase], transaction.now);
    transaction.notify({ to: 'desk', deskId: reported.row.deskId, event: { topic: 'case', caseId: reported.row.id } });
    return accept(undefined);
  }

  /** The chip says by its own signature that it was written: checked, kept, and the card is active; or the case is faulty. */
  async written(transaction: Transaction, reported: ReportedJob, report: Report<'written'>): Promise<Outcome<undefined, Refusal>> {
    const { job, row, doer } = reported;
    const lease = leaseOf(reported, report.fence);
    if (lease !== 'held') return this.writtenLate(transaction, reported, report, lease);
    const intent = await livingIntent(transaction, reported);
    const proof = await this.proofOf(transaction, reported, report, intent);
    const { isValid, finding } = proof;
    await transaction.repository(ProofRepository).keep(proof);
    await transaction.repository(JobRepository).end(job.id, isValid ? 'completed' : 'failed', finding, transaction.now);
    if (!isValid) {
      const faulty = await advanceCase(transaction, doer, row, { to: 'faulty', cause: 'proof-invalid', act: 'case.proved-faulty', details: { finding } });
      return faulty.ok ? accept(undefined) : faulty;
    }
    return this.proved(transaction, reported, report, intent);
  }

  /**
   * A proof that came after its lease: what the chip signed is true all the same. When no later write was ordered the case goes on with it; else it is kept, and the
   * later write ends the case. When a supervisor closed the case as lost meanwhile, the log has that its card was active after all.
   */
  private async writtenLate(transaction: Transaction, reported: ReportedJob, report: Report<'written'>, lease: Outcome<undefined, Refusal>): Promise<Outcome<undefined, Refusal>> {
    const { job, row, doer } = reported;
    const intent = await transaction.repository(IntentRepository).last(row.id);
    if (!intent || job.fence !== report.fence || !MAY_BE_PROVED_LATE.includes(row.state)) return lease;
    const proof = await this.proofOf(transaction, reported, report, intent);
    if (!proof.isValid) return refuse({ kind: 'lease-lost', details: { fence: row.fence } });
    await transaction.repository(ProofRepository).keep(proof);
    if (row.state === 'lost') transaction.audit({ act: 'case.proved-after-loss', ...doer, deskId: row.deskId, caseId: row.id, details: { ...report.figures } });
    if (row.state !== 'interrupted' || row.fence !== report.fence) return refuse({ kind: 'lease-lost', details: { fence: row.fence } });
    const again = await advanceCase(transaction, doer, row, { to: 'writing', act: 'case.writing-began', details: { fence: row.fence, because: 'late-proof' }, changes: NOTHING_IN_THE_WAY });
    return again.ok ? this.proved(transaction, { ...reported, row: again.value }, report, intent) : again;
  }

  private async proofOf(transaction: Transaction, { job, row }: ReportedJob, { signature: text, figures }: Report<'written'>, intent: IntentRow): Promise<ProofRow> {
    const { certificate } = row;
    if (!certificate) throw new Error('a case that is being written without its card’s certificate');
    const signature = Buffer.from(text, 'base64url');
    const finding = await this.proofCheck.finding(intent, certificate, signature, transaction.now);
    return { intentId: intent.id, caseId: row.id, jobId: job.id, isValid: finding === 'valid', finding, signature, certificate, publicKey: null, figures, at: transaction.now };
  }

  private async proved(transaction: Transaction, { row, doer }: ReportedJob, report: Report<'written'>, intent: IntentRow): Promise<Outcome<undefined, Refusal>> {
    for (const phase of ['cardCheckedAt', 'codesWrittenAt', 'proofSignedAt', 'outcomeRecordedAt'] as const) {
      await transaction.repository(IntentRepository).reach(intent, phase, transaction.now);
    }
    // New codes change nothing about the card: it keeps the mode in which it was taken into use.
    if (row.purpose === 'activation') await transaction.repository(CardRegisterRepository).activate(row.idCarta, row.mode, transaction.now);
    const written = await advanceCase(transaction, doer, row, { to: 'written', act: 'case.written', details: { ...report.figures } });
    return written.ok ? accept(undefined) : written;
  }

  async interrupted(transaction: Transaction, reported: ReportedJob, report: Report<'interrupted'>): Promise<Outcome<undefined, Refusal>> {
    const { job, row, doer } = reported;
    const lease = leaseOf(reported, report.fence);
    // Also after its lease: the card lost a try all the same, and the next one may be the second.
    if (report.reason === 'issuer-auth-refused' && job.fence === report.fence) await noteIssuerRefusal(transaction, reported);
    if (lease !== 'held') return lease;
    await transaction.repository(JobRepository).end(job.id, 'failed', report.reason, transaction.now);
    const obstacle = obstacleOf(report);
    const moved = await advanceCase(transaction, doer, row, {
      to: 'interrupted',
      act: 'case.write-interrupted',
      details: { reason: report.reason, statusWord: report.statusWord, fence: report.fence },
      changes: {
        obstacleCode: obstacle.kind,
        obstacleDetails: obstacle.details ?? null,
        ...(obstacle.kind === 'supervisor-needed' && { stoppedAt: transaction.now }),
      },
    });
    return moved.ok ? accept(undefined) : moved;
  }
}

const MAY_BE_PROVED_LATE: readonly CaseState[] = ['interrupted', 'writing', 'lost'];

/** A card that proved itself needs no further write: nothing is left to stop. */
const NOTHING_IN_THE_WAY = { stoppedAt: null, obstacleCode: null, obstacleDetails: null } as const;

/** Held; or over already, which a repeated report is told like the first; or lost to a later one. */
function leaseOf({ job, row }: ReportedJob, fence: number): 'held' | Outcome<undefined, Refusal> {
  if (job.fence !== fence || row.fence !== fence || job.state === 'cancelled') return refuse({ kind: 'lease-lost', details: { fence: row.fence } });
  if (job.state !== 'pending') return accept(undefined);
  return row.state === 'writing' ? 'held' : refuse({ kind: 'lease-lost', details: { fence: row.fence } });
}

async function livingIntent(transaction: Transaction, { row }: ReportedJob): Promise<IntentRow> {
  const intent = await transaction.repository(IntentRepository).living(row.id);
  if (!intent) throw new Error('a case that is being written without an intent');
  return intent;
}

/** Putting the card in again is the remedy of most troubles; after the others a further try could cost the card one of its few, so a supervisor decides first. */
function obstacleOf({ reason, statusWord }: Report<'interrupted'>): Obstacle {
  switch (reason) {
    case 'card-removed':
    case 'outcome-unknown':
    case 'station-interrupted':
    case 'link-lost':
      return { kind: 'card-removed' };
    case 'wrong-card':
      return { kind: 'wrong-card' };
    case 'transport-codes-refused':
    case 'issuer-auth-refused':
    case 'cryptogram-refused':
    case 'blocked':
    case 'supervisor-needed':
    case 'refused-by-card':
    case 'blob-not-opened':
      return { kind: 'supervisor-needed', details: { because: reason, statusWord } };
    default:
      return assertNever(reason);
  }
}
