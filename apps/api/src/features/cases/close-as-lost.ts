// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import type { CaseDecisionRequest } from '@sportello/contracts';
import { type Outcome, moveCase } from '@sportello/domain';
import { advanceCase } from '../../platform/activation/advance-case';
import type { CaseRow } from '../../platform/database/rows/case-row';
import type { Transaction } from '../../platform/database/transaction';
import type { Act } from '../../platform/idempotency/act';
import type { Refusal } from '../../platform/problems/refusal';
import { CardToRevokeRepository } from '../../platform/revocation/card-to-revoke.repository';
import { logForSupervisor } from '../../platform/revocation/log-for-supervisor';
import type { CaseUseCase } from './case-acts';
import { keepDecision, liftedStop, unlessOwnCase } from './decisions';

/** interrupted or undelivered → lost: the codes die, and the card's revocation is asked: another supervisor decides. After an interrupted write nobody knows which codes the card has; an undelivered one was proved, and stays active in the register. */
@Injectable()
export class CloseAsLost implements CaseUseCase<CaseDecisionRequest> {
  async run(transaction: Transaction, act: Act, row: CaseRow, { reason }: CaseDecisionRequest): Promise<Outcome<CaseRow, Refusal>> {
    const cause = 'closed-by-supervisor';
    const move = moveCase(row.state, 'lost', cause);
    if (!move.ok) return move;
    const free = await unlessOwnCase(transaction, act, row);
    if (!free.ok) return free;
    const followUp = 'revocation';
    await keepDecision(transaction, act, row, { decision: 'close-as-lost', reason, followUp });
    const card = await transaction.repository(CardToRevokeRepository).of(row.idCarta);
    await logForSupervisor(transaction, act, { reason: 'lost-case', card, caseId: row.id, happenedAt: null, notes: null, deskId: row.deskId, recordedBy: act.caller.operator.id });
    return advanceCase(transaction, act, row, { to: 'lost', cause, act: 'case.closed-as-lost', details: { followUp }, changes: liftedStop(row) });
  }
}
