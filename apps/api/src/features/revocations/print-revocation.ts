// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import type { OrderedPaper, PrintRevocationRequest } from '@sportello/contracts';
import { type Outcome, refuse, requestNumberOf } from '@sportello/domain';
import type { Transaction } from '../../platform/database/transaction';
import type { Act } from '../../platform/idempotency/act';
import { Acts } from '../../platform/idempotency/acts';
import type { SubjectDone } from '../../platform/idempotency/stored-answer';
import { OrderPaper } from '../../platform/paper/order-paper';
import { PaperFactsRepository } from '../../platform/paper/paper-facts.repository';
import type { Refusal } from '../../platform/problems/refusal';
import { RevocationRepository } from '../../platform/revocation/revocation.repository';

/** The receipt of a request that was recorded at this desk, as often as somebody asks. */
@Injectable()
export class PrintRevocation {
  constructor(
    private readonly acts: Acts,
    private readonly orderPaper: OrderPaper,
  ) {}

  run(act: Act, id: string, request: PrintRevocationRequest): Promise<OrderedPaper> {
    return this.acts.perform<OrderedPaper, SubjectDone>(
      act,
      (transaction) => this.order(transaction, act, id, request),
      (_, { subjectId }) => Promise.resolve({ paperId: subjectId }),
    );
  }

  private async order(transaction: Transaction, act: Act, id: string, { language }: PrintRevocationRequest): Promise<Outcome<SubjectDone, Refusal>> {
    const row = await transaction.repository(RevocationRepository).byId(id);
    if (!row || row.recordedBy === null || row.deskId !== act.caller.desk.id) return refuse({ kind: 'not-found' });
    const text = {
      paper: 'revocation-receipt',
      requestNumber: requestNumberOf(row.number, row.year).value,
      recordedAt: row.recordedAt.toISOString(),
      operator: await transaction.repository(PaperFactsRepository).nameOf(row.recordedBy),
      act: row.act,
      reason: row.reason,
      idCartaLast8: row.standing === 'identified' && row.idCarta !== null ? row.idCarta.slice(-8) : null,
      isDecided: row.state !== 'logged',
    } as const;
    return this.orderPaper.run(transaction, act, { text, language, caseId: null });
  }
}
