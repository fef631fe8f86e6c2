// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ToldProofMessage } from '@sportello/contracts';
import {
  type CaseKind,
  type CertificateAct,
  type CertificateRevocationReason,
  type IdentificationWay,
  type LocalDate,
  type RevocationApproval,
  type RevocationAsker,
  type RevocationEffect,
  crlReasonOf,
  localDateAt,
  toTheSecond,
} from '@sportello/domain';
import type { RevocationRequestRow } from '../database/rows/revocation-row';
import type { Transaction } from '../database/transaction';
import type { Doer } from '../idempotency/act';
import { moveOf, tellStep } from './advance-revocation';
import { NewRequestRepository, type NewRequestRow } from './new-request.repository';
import { attemptOf } from './put-out';

/** What somebody asks for, whoever it is and however that is known. */
export interface AskedRequest {
  readonly act: CertificateAct;
  readonly reason: CertificateRevocationReason;
  readonly asker: RevocationAsker;
  readonly caseKind: CaseKind | null;
  readonly way: IdentificationWay;
  readonly happenedAt: Date | null;
  readonly proof: ToldProofMessage | null;
  /** Null: nobody is there to whom they could be read. */
  readonly confirmedEffects: readonly RevocationEffect[] | null;
  readonly notes: string | null;
  readonly callId?: string | null;
  /** Null: by the public page, like who recorded it. */
  readonly deskId: string | null;
  readonly recordedBy: string | null;
  readonly isOutOfHours: boolean;
}

/** The columns that every request has alike; its number comes when it is kept. */
export function newRequest(transaction: Transaction, asked: AskedRequest, approval: RevocationApproval) {
  const { now } = transaction;
  return {
    id: transaction.newId(),
    year: yearOfRequest(now),
    revision: 1,
    act: asked.act,
    reason: asked.reason,
    crlReason: crlReasonOf(asked.act, asked.reason),
    asker: asked.asker,
    caseKind: asked.caseKind,
    way: asked.way,
    approval,
    since: now,
    happenedAt: asked.happenedAt && toTheSecond(asked.happenedAt),
    proof: asked.proof,
    notes: asked.notes,
    isOutOfHours: asked.isOutOfHours,
    callId: asked.callId ?? null,
    told: null,
    callBackAt: null,
    atDesk: null,
    caseId: null,
    lotId: null,
    isBreach: false,
    wronglyDelivered: null,
    alertedAt: null,
    deskId: asked.deskId,
    recordedBy: asked.recordedBy,
    recordedAt: now,
    decidedBy: null,
    decidedAt: null,
    transmittedAt: null,
    acceptedAt: null,
    visibleAt: null,
  } as const;
}

/** Recorded; what needs no decision goes out with the same commit. */
export async function keepRequest(transaction: Transaction, doer: Doer, row: NewRequestRow): Promise<RevocationRequestRow> {
  const [kept] = await keepRequests(transaction, doer, [row]);
  if (!kept) throw new Error('a request that was not kept');
  return kept;
}

/** The same of many. Many take their numbers from the series itself, and last: when nothing is waited for any more. */
export async function keepRequests(transaction: Transaction, doer: Doer, rows: readonly NewRequestRow[]): Promise<readonly RevocationRequestRow[]> {
  const goingOut = rows.filter(({ state }) => state === 'verified');
  const kept = await transaction.repository(NewRequestRepository).record(yearOfRequest(transaction.now), rows, {
    moves: goingOut.map((row) => moveOf(transaction, doer, row, { from: 'logged', to: 'verified' })),
    attempts: goingOut.map((row) => attemptOf(transaction, row)),
  });
  for (const row of kept) tellRecorded(transaction, doer, row);
  return kept;
}

/** Requests are numbered anew each year. */
export function yearOfRequest(now: Date): number {
  return Number(localDateAt(now).slice(0, 4));
}

/** The log's row of a request that was recorded. */
function tellRecorded(transaction: Transaction, doer: Doer, row: RevocationRequestRow): void {
  const { act, reason, asker, caseKind, way, standing, approval, state, isBreach, isOutOfHours } = row;
  tellStep(transaction, doer, row, 'revocation.recorded', { act, reason, asker, caseKind, way, standing, approval, state, isBreach, isOutOfHours });
}

export function groundOf({ happenedAt, proof }: Pick<AskedRequest, 'happenedAt' | 'proof'>) {
  return { happenedAt, proof: proof && proofOf(proof) };
}

/** The contract's dates are on a calendar. */
function proofOf(proof: ToldProofMessage) {
  switch (proof.kind) {
    case 'report':
      return { ...proof, reportedOn: proof.reportedOn as LocalDate };
    case 'self-declaration':
      return proof;
    case 'death-certificate':
      return { ...proof, diedOn: proof.diedOn as LocalDate };
    case 'official-act':
      return { ...proof, actedOn: proof.actedOn as LocalDate };
  }
}
