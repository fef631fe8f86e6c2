// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import type { PrintCheckRequest } from '@sportello/contracts';
import { type Outcome, refuse } from '@sportello/domain';
import type { Transaction } from '../../platform/database/transaction';
import type { Act } from '../../platform/idempotency/act';
import type { SubjectDone } from '../../platform/idempotency/stored-answer';
import { OrderPaper } from '../../platform/paper/order-paper';
import type { Refusal } from '../../platform/problems/refusal';
import { FunctionalCheckRepository } from './functional-check.repository';

/** The verdict on paper, for the citizen to take along. */
@Injectable()
export class PrintCheck {
  constructor(private readonly orderPaper: OrderPaper) {}

  async run(transaction: Transaction, act: Act, id: string, { language }: PrintCheckRequest): Promise<Outcome<SubjectDone, Refusal>> {
    const { desk, operator } = act.caller;
    const check = await transaction.repository(FunctionalCheckRepository).at(desk.id, id);
    if (!check) return refuse({ kind: 'not-found' });
    const { at, cardType, idCartaEnding, verdict, advice } = check;
    const rows = check.rows.map(({ check: part, finding }) => ({ check: part, finding }));
    const text = { paper: 'functional-check', checkedAt: at, operator: operator.displayName, cardType, idCartaLast4: idCartaEnding, verdict, advice, rows } as const;
    return this.orderPaper.run(transaction, act, { text, language, caseId: null });
  }
}
