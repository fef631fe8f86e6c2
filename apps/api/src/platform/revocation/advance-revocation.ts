// SPDX-License-Identifier: AGPL-3.0-or-later
import { type AuditedAct, type Outcome, type RevocationCause, type RevocationState, accept, isSameWait, moveRevocation, requestNumberOf } from '@sportello/domain';
import type { AuditEntry } from '../audit/audit-entry';
import type { RevocationRequestRow } from '../database/rows/revocation-row';
import type { Transaction } from '../database/transaction';
import type { Doer } from '../idempotency/act';
import type { Refusal } from '../problems/refusal';
import { type NewRevocationMove, type RevocationChanges, RevocationRepository } from './revocation.repository';

export interface RevocationStep {
  readonly to: RevocationState;
  readonly cause?: RevocationCause;
  /** In the supervisor's words. */
  readonly reason?: string;
  /** Left out: that of the state. */
  readonly act?: AuditedAct;
  readonly details?: AuditEntry['details'];
  readonly changes?: RevocationChanges;
}

const ACTS: Readonly<Record<Exclude<RevocationState, 'logged'>, AuditedAct>> = {
  verified: 'revocation.verified',
  rejected: 'revocation.rejected',
  transmitted: 'revocation.transmitted',
  waiting: 'revocation.waiting',
  accepted: 'revocation.accepted',
  'refused-by-authority': 'revocation.refused-by-authority',
  silent: 'revocation.unanswered',
  'awaiting-supervisor': 'revocation.stuck',
  confirmed: 'revocation.confirmed',
};

/** What a step needs to know of a request, and what it may write on it. */
export type RequestUnderWay = Pick<
  RevocationRequestRow,
  'id' | 'year' | 'number' | 'revision' | 'act' | 'state' | 'since' | 'alertedAt' | 'idCarta' | 'deskId' | 'caseId' | 'verifiedAt' | 'transmittedAt' | 'acceptedAt' | 'visibleAt'
>;

/** One step of a request, as the domain's table allows it: saved with its time, told in the log, and hinted to whoever waits for it. */
export async function advanceRevocation(transaction: Transaction, doer: Doer, row: RevocationRequestRow, step: RevocationStep): Promise<Outcome<RevocationRequestRow, Refusal>> {
  const taken = takeStep(transaction, doer, row, step);
  if (!taken.ok) return taken;
  const requests = transaction.repository(RevocationRepository);
  await requests.step(row.id, taken.value.written);
  await requests.noteMoves([taken.value.move]);
  return accept(Object.assign({}, row, taken.value.written));
}

export type WrittenStep = Pick<RevocationRequestRow, 'state' | 'since' | 'alertedAt' | 'revision'> & RevocationChanges;

/** What a step writes, judged and told, and not yet saved. */
export function takeStep(transaction: Transaction, doer: Doer, row: RequestUnderWay, step: RevocationStep): Outcome<{ readonly written: WrittenStep; readonly move: NewRevocationMove }, Refusal> {
  const { to, cause, reason } = step;
  const move = moveRevocation(row.state, to, cause);
  if (!move.ok) return move;
  const { now } = transaction;
  const wait = isSameWait(row.state, to) ? { since: row.since, alertedAt: row.alertedAt } : { since: now, alertedAt: null };
  const written = { ...reached(row, to, now), ...step.changes, ...wait, state: to, revision: row.revision + 1 };
  if (to !== 'logged') tellStep(transaction, doer, row, step.act ?? ACTS[to], { from: row.state, to, ...(cause && { cause }), ...step.details });
  return accept({ written, move: moveOf(transaction, doer, row, { from: row.state, to, cause, reason }) });
}

export function moveOf(
  transaction: Transaction,
  { actor }: Doer,
  { id: requestId }: Pick<RevocationRequestRow, 'id'>,
  { from, to, cause, reason }: Pick<NewRevocationMove, 'from' | 'to'> & { readonly cause?: RevocationCause | undefined; readonly reason?: string | undefined },
): NewRevocationMove {
  const movedBy = actor.kind === 'operator' ? actor.operatorId : null;
  return { id: transaction.newId(), requestId, at: transaction.now, from, to, cause: cause ?? null, reason: reason ?? null, movedBy };
}

/** The log's row of a request, and the hint that leaves with it. */
export function tellStep(transaction: Transaction, { actor, requestId }: Doer, row: RequestUnderWay, act: AuditedAct, details: NonNullable<AuditEntry['details']>): void {
  transaction.audit({
    act,
    actor,
    requestId,
    ...(row.deskId !== null && { deskId: row.deskId }),
    ...(row.caseId !== null && { caseId: row.caseId }),
    subject: { kind: 'revocation', id: row.id },
    details: { number: requestNumberOf(row.number, row.year).value, ...details },
  });
  transaction.notify({ to: 'revocations', requestId: row.id });
}

/** The instants of the way; each is the first time that it was there. */
function reached(row: RequestUnderWay, to: RevocationState, now: Date): RevocationChanges {
  switch (to) {
    case 'verified':
      return { verifiedAt: row.verifiedAt ?? now };
    case 'transmitted':
      return { transmittedAt: row.transmittedAt ?? now };
    case 'accepted':
      return { acceptedAt: row.acceptedAt ?? now };
    case 'confirmed':
      return { visibleAt: now };
    default:
      return {};
  }
}
