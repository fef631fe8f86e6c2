// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import type { OrderedPaper, PaperText, PrintDeclarationRequest } from '@sportello/contracts';
import type { Act } from '../../platform/idempotency/act';
import { Acts } from '../../platform/idempotency/acts';
import type { SubjectDone } from '../../platform/idempotency/stored-answer';
import { OrderPaper } from '../../platform/paper/order-paper';
import { personOnPaper } from '../../platform/paper/paper-facts';

/** What is signed before a theft or a loss without a report is recorded: printed from what the page holds, because nothing is recorded yet. */
@Injectable()
export class PrintDeclaration {
  constructor(
    private readonly acts: Acts,
    private readonly orderPaper: OrderPaper,
  ) {}

  run(act: Act, { language, ...told }: PrintDeclarationRequest): Promise<OrderedPaper> {
    return this.acts.perform<OrderedPaper, SubjectDone>(
      act,
      (transaction) => this.orderPaper.run(transaction, act, { text: textOf(told), language, caseId: null }),
      (_, { subjectId }) => Promise.resolve({ paperId: subjectId }),
    );
  }
}

function textOf({ reason, happenedAt, isHolder, idCarta, person, document: { type, number } }: Omit<PrintDeclarationRequest, 'language'>): PaperText {
  return { paper: 'revocation-declaration', reason, happenedAt, isHolder, declarant: personOnPaper({ person }), document: { type, last4: number.slice(-4) }, idCartaLast8: idCarta.slice(-8) };
}
