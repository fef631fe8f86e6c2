// SPDX-License-Identifier: AGPL-3.0-or-later
import type { RevocationAttemptRow, RevocationRequestRow } from '../database/rows/revocation-row';
import type { Transaction } from '../database/transaction';
import { RevocationRepository } from './revocation.repository';

/** RFC 4210 §5.1.1: 128 bits of randomness. */
const TRANSACTION_ID_BYTES = 16;

/** Puts requests out for the authority, each under a transaction of its own: due at once. They leave after the commit, or not at all. */
export async function putOut(transaction: Transaction, ...rows: readonly RevocationRequestRow[]): Promise<void> {
  await transaction.repository(RevocationRepository).putOut(rows.map((row) => attemptOf(transaction, row)));
}

/** Due at once. */
export function attemptOf(transaction: Transaction, row: Omit<RevocationRequestRow, 'number'>): RevocationAttemptRow {
  const { certificateIssuer, certificateSerial } = row;
  if (certificateIssuer === null || certificateSerial === null) throw new Error('a request without a certificate goes nowhere');
  return {
    id: transaction.newId(),
    requestId: row.id,
    transactionId: Buffer.from(transaction.newBytes(TRANSACTION_ID_BYTES)).toString('hex'),
    certificateIssuer,
    certificateSerial,
    crlReason: row.crlReason,
    isOfLot: row.lotId !== null,
    askedAt: row.recordedAt,
    failingSince: null,
    doubtedSince: null,
    authority: null,
    tries: 0,
    lastTryAt: null,
    nextTryAt: transaction.now,
    lastAnswer: null,
    answerWords: null,
    ticket: null,
    looks: 0,
    nextLookAt: null,
    deadAt: null,
    endedAt: null,
  };
}
