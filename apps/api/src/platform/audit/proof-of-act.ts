// SPDX-License-Identifier: AGPL-3.0-or-later
import type { AuditedAct } from '@sportello/domain';
import { proofText, rowBytes } from '@sportello/seal';
import type { Transaction } from '../database/transaction';
import { ChainRepository } from './chain.repository';
import { logRowOf, type StoredRow } from './stored-row';

/** What a receipt can prove of a case, the later act before the earlier. */
const PROVEN_ACTS: readonly AuditedAct[] = ['case.delivered', 'case.written'];

/**
 * The proof that a case's activation, or its delivery, stands in the log. Null while no block has that row, which is a second or two: nothing waits for the sealer here,
 * and a receipt that is printed again has it.
 */
export async function proofOfCase(transaction: Transaction, caseId: string): Promise<string | null> {
  const row = await transaction.repository(ChainRepository).newestOfCase(caseId, PROVEN_ACTS);
  return row ? proofOfRow(transaction, row) : null;
}

/** The proof that a row stands in the log; null while no block has it. */
export async function proofOfRow(transaction: Transaction, row: StoredRow): Promise<string | null> {
  const sealed = await transaction.repository(ChainRepository).blockOf(row.position);
  if (!sealed) return null;
  const { block, leaves } = sealed;
  return proofText({ row: rowBytes(logRowOf(row)), index: leaves.findIndex(({ position }) => position === row.position), leaves: leaves.map(({ hash }) => hash), block });
}
