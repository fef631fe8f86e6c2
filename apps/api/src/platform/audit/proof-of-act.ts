// SPDX-License-Identifier: AGPL-3.0-or-later
import { proofText, rowBytes } from '@sportello/seal';
import type { Transaction } from '../database/transaction';
import type { AuditedAct } from './audit-entry';
import { ChainRepository } from './chain.repository';
import { logRowOf } from './stored-row';

/** What a receipt can prove of a case, the later act before the earlier. */
const PROVEN_ACTS: readonly AuditedAct[] = ['case.delivered', 'case.written'];

/**
 * The proof that a case's activation, or its delivery, stands in the log. Null while no block has that row, which is a second or two: nothing waits for the sealer here,
 * and a receipt that is printed again has it.
 */
export async function proofOfCase(transaction: Transaction, caseId: string): Promise<string | null> {
  const chain = transaction.repository(ChainRepository);
  const row = await chain.newestOfCase(caseId, PROVEN_ACTS);
  if (!row) return null;
  const sealed = await chain.blockOf(row.position);
  if (!sealed) return null;
  const { block, leaves } = sealed;
  return proofText({ row: rowBytes(logRowOf(row)), index: leaves.findIndex(({ position }) => position === row.position), leaves: leaves.map(({ hash }) => hash), block });
}
