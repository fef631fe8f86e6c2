// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import type { ChangeKindRequest } from '@sportello/contracts';
import { CASE_KIND_RULES, type Outcome, accept, refuse } from '@sportello/domain';
import { CaseRepository } from '../../platform/activation/case.repository';
import { counterOf } from '../../platform/access/caller';
import type { CaseRow } from '../../platform/database/rows/case-row';
import type { Transaction } from '../../platform/database/transaction';
import type { Act } from '../../platform/idempotency/act';
import type { Refusal } from '../../platform/problems/refusal';
import { cardNumbered } from './card-at-hand';
import type { CaseUseCase } from './case-acts';
import { proposeCase } from './propose-case';

/** Somebody else came than was thought. Once a person is identified, the kind is theirs. */
@Injectable()
export class ChangeKind implements CaseUseCase<ChangeKindRequest> {
  async run(transaction: Transaction, act: Act, row: CaseRow, { kind: wished }: ChangeKindRequest): Promise<Outcome<CaseRow, Refusal>> {
    if (row.state !== 'recognised') return refuse({ kind: 'forbidden-transition', from: row.state, to: row.state, allowed: [] });
    const found = await cardNumbered(transaction, counterOf(act.caller), row.idCarta);
    if (!found.ok) return found;
    const kind = await proposeCase(transaction, found.value, { caller: act.caller, purpose: row.purpose, kind: wished });
    if (!kind.ok) return kind;
    const changed = await transaction.repository(CaseRepository).step(row, row.state, transaction.now, { kind: kind.value, mode: CASE_KIND_RULES[kind.value].mode });
    transaction.audit({ act: 'case.kind-changed', actor: act.actor, requestId: act.requestId, deskId: row.deskId, caseId: row.id, details: { from: row.kind, to: kind.value } });
    transaction.notify({ to: 'desk', deskId: row.deskId, event: { topic: 'case', caseId: row.id } });
    return accept(changed);
  }
}
