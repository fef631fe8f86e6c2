// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import type { CaseDecisionRequest } from '@sportello/contracts';
import { type Outcome, moveCase, refuse } from '@sportello/domain';
import { advanceCase } from '../../platform/activation/advance-case';
import type { CaseRow } from '../../platform/database/rows/case-row';
import type { Transaction } from '../../platform/database/transaction';
import type { Act } from '../../platform/idempotency/act';
import type { Refusal } from '../../platform/problems/refusal';
import type { CaseUseCase } from './case-acts';
import { CaseDecisionRepository } from './case-decision.repository';
import { keepDecision, liftedStop, unlessOwnCase } from './decisions';

/** After these nothing was sent to the card: it was another, or the codes could not be opened. */
const BEFORE_THE_FIRST_BYTE: readonly (string | null)[] = ['wrong-card', 'blob-not-opened'];

/** interrupted → authorised: the codes die, and the next print draws new ones on the next sheet. */
@Injectable()
export class RenewCodes implements CaseUseCase<CaseDecisionRequest> {
  async run(transaction: Transaction, act: Act, row: CaseRow, { reason }: CaseDecisionRequest): Promise<Outcome<CaseRow, Refusal>> {
    const move = moveCase(row.state, 'authorised', 'new-codes');
    if (!move.ok) return move;
    if (row.state !== 'interrupted') return refuse({ kind: 'forbidden-transition', from: row.state, to: 'authorised', allowed: [] });
    const free = await unlessOwnCase(transaction, act, row);
    if (!free.ok) return free;
    if (await mayHoldTheCodes(transaction, row)) return refuse({ kind: 'codes-may-be-on-card' });
    await keepDecision(transaction, act, row, { decision: 'new-codes', reason });
    return advanceCase(transaction, act, row, { to: 'authorised', cause: 'new-codes', act: 'case.codes-renewed', changes: liftedStop(row) });
  }
}

/**
 * Whether the PUK of these codes may be the card's already. An issuer that authenticates itself sets another one at any time. The transport PUK is good once: when it was
 * changed, only these codes open the card, and with them gone it would be lost. So each write must have ended before its first byte, or have been the first and have had
 * the transport PUK refused.
 */
async function mayHoldTheCodes(transaction: Transaction, { id, method }: CaseRow): Promise<boolean> {
  if (method === 'issuer-auth') return false;
  const outcomes = await transaction.repository(CaseDecisionRepository).outcomesOfWrites(id);
  const firstSent = outcomes.findIndex((outcome) => !BEFORE_THE_FIRST_BYTE.includes(outcome));
  if (firstSent === -1) return false;
  const isRefusedAtOnce = outcomes[firstSent] === 'transport-codes-refused';
  return !(isRefusedAtOnce && outcomes.slice(firstSent + 1).every((outcome) => BEFORE_THE_FIRST_BYTE.includes(outcome)));
}
