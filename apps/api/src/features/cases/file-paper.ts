// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Outcome, type SignedPaper, accept, isFinalCase } from '@sportello/domain';
import { CaseApplicationRepository } from '../../platform/activation/case-application.repository';
import { CaseRepository } from '../../platform/activation/case.repository';
import type { CaseRow } from '../../platform/database/rows/case-row';
import type { Transaction } from '../../platform/database/transaction';
import type { Act } from '../../platform/idempotency/act';
import type { Refusal } from '../../platform/problems/refusal';

/** A signed paper of the case is back in the operator's hand. Scanned again it stays filed, and nothing is told twice. */
export async function filePaper(transaction: Transaction, act: Act, row: CaseRow, paper: SignedPaper): Promise<Outcome<CaseRow, Refusal>> {
  const isNew = await transaction.repository(CaseApplicationRepository).file({ caseId: row.id, paper, at: transaction.now, filedBy: act.caller.operator.id });
  if (!isNew) return accept(row);
  transaction.audit({ act: 'case.paper-filed', actor: act.actor, requestId: act.requestId, deskId: row.deskId, caseId: row.id, details: { paper } });
  transaction.notify({ to: 'desk', deskId: row.deskId, event: { topic: 'case', caseId: row.id } });
  // The request that waits is answered at the case's revision, which moves.
  if (row.state === 'awaiting-approval') transaction.notify({ to: 'supervisors', bodyId: act.caller.desk.bodyId });
  // When a case ended does not move with a paper that comes later.
  return accept(isFinalCase(row.state) ? row : await transaction.repository(CaseRepository).step(row, row.state, transaction.now, {}));
}
