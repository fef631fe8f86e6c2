// SPDX-License-Identifier: AGPL-3.0-or-later
import type { EvidenceFileView, EvidenceView } from '@sportello/contracts';
import { mayAddEvidence, mayWithdrawEvidence } from '@sportello/domain';
import type { SignedInOperator } from '../../platform/access/caller';
import type { CaseRow } from '../../platform/database/rows/case-row';
import type { Transaction } from '../../platform/database/transaction';
import type { EvidenceLimits } from '../../platform/evidence/content/content';
import { EvidenceRepository, type ListedEvidence } from '../../platform/evidence/evidence.repository';

/** The files of a case by all that is known of them without looking: no audit row is needed for this. */
export async function showEvidence(transaction: Transaction, { permissions }: SignedInOperator, row: CaseRow, limits: EvidenceLimits): Promise<EvidenceView> {
  const listed = await transaction.repository(EvidenceRepository).ofCase(row.id);
  return {
    files: listed.map(fileView),
    canAdd: permissions.includes('evidence.add') && mayAddEvidence(row, transaction.now).ok,
    canWithdraw: permissions.includes('evidence.withdraw') && mayWithdrawEvidence(row, permissions.includes('evidence.withdraw-late')).ok,
    limits,
  };
}

function fileView({ withdrawnAt, withdrawnBy, withdrawalReason, addedAt, erasedAt, ...file }: ListedEvidence): EvidenceFileView {
  const withdrawal = withdrawnAt && withdrawnBy !== null && withdrawalReason ? { at: withdrawnAt.toISOString(), by: withdrawnBy, reason: withdrawalReason } : null;
  return { ...file, addedAt: addedAt.toISOString(), withdrawal, erasedAt: erasedAt?.toISOString() ?? null };
}
