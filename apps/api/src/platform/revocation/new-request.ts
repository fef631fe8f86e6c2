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
import { CaseRepository, WHOLE_INSTALLATION } from '../activation/case.repository';
import type { RevocationRequestRow } from '../database/rows/revocation-row';
import type { Transaction } from '../database/transaction';
import type { Doer } from '../idempotency/act';
import { noteMove, tellStep } from './advance-revocation';
import { putOut } from './put-out';
import { RevocationRepository } from './revocation.repository';

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

export interface RequestNumber {
  readonly year: number;
  readonly number: number;
}

/** The columns that every request has alike, with a number of its own. */
export async function newRequest(transaction: Transaction, asked: AskedRequest, approval: RevocationApproval) {
  const [number] = await nextNumbers(transaction, 1);
  if (number === undefined) throw new Error('a request without a number');
  return requestWith(transaction, number, asked, approval);
}

/** So many numbers of the one series. Who asks at the same time waits for the end of the transaction: it is the last thing before the requests are kept. */
export async function nextNumbers(transaction: Transaction, count: number): Promise<readonly RequestNumber[]> {
  const year = Number(localDateAt(transaction.now).slice(0, 4));
  const first = await transaction.repository(CaseRepository).nextNumbers('revocation-requests', WHOLE_INSTALLATION, year, count);
  return Array.from({ length: count }, (_, index) => ({ year, number: first + index }));
}

export function requestWith(transaction: Transaction, { year, number }: RequestNumber, asked: AskedRequest, approval: RevocationApproval) {
  const { now } = transaction;
  return {
    id: transaction.newId(),
    year,
    number,
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
export async function keepRequest(transaction: Transaction, doer: Doer, row: RevocationRequestRow): Promise<void> {
  await transaction.repository(RevocationRepository).record(row);
  tellRecorded(transaction, doer, row);
  if (row.state !== 'verified') return;
  await noteMove(transaction, doer, row, { from: 'logged', to: 'verified' });
  await putOut(transaction, row);
}

/** The log's row of a request that was recorded. */
export function tellRecorded(transaction: Transaction, doer: Doer, row: RevocationRequestRow): void {
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
