// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import type { PrintEnvelopeRequest } from '@sportello/contracts';
import { type Outcome, accept, localDateAt, moveCase, refuse } from '@sportello/domain';
import { CaseRepository } from '../../platform/activation/case.repository';
import { OrderPrinting } from '../../platform/activation/order-printing';
import type { CaseRow } from '../../platform/database/rows/case-row';
import type { Transaction } from '../../platform/database/transaction';
import type { Act } from '../../platform/idempotency/act';
import type { Refusal } from '../../platform/problems/refusal';
import type { CaseUseCase } from './case-acts';
import { judgeDocument } from './judge-identity';

/** authorised → printing: new codes on the next sheet. */
@Injectable()
export class PrintEnvelope implements CaseUseCase<PrintEnvelopeRequest> {
  constructor(private readonly orderPrinting: OrderPrinting) {}

  async run(transaction: Transaction, act: Act, row: CaseRow, { envelope }: PrintEnvelopeRequest): Promise<Outcome<CaseRow, Refusal>> {
    // What the case itself forbids is said before what the desk lacks.
    const move = moveCase(row.state, 'printing');
    if (!move.ok) return move;
    // The case may have waited since its identification, for days.
    const good = await stillGood(transaction, row);
    return good.ok ? this.orderPrinting.run(transaction, act, row, envelope) : good;
  }
}

/** Whether card and document are in force today, too. */
async function stillGood(transaction: Transaction, row: CaseRow): Promise<Outcome<'in-force', Refusal>> {
  const document = await transaction.repository(CaseRepository).documentOf(row.id);
  if (!document || !row.holder) throw new Error('an authorised case without its evidence');
  const today = localDateAt(transaction.now);
  const { birthDate, cardExpiresOn } = row.holder;
  if (cardExpiresOn < today) return refuse({ kind: 'card-expired', expiredOn: cardExpiresOn });
  const judged = judgeDocument(document, birthDate, today);
  return judged.ok ? accept('in-force') : judged;
}
