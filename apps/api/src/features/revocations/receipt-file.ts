// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import type { PaperLanguage } from '@sportello/contracts';
import { type Outcome, accept, refuse } from '@sportello/domain';
import { renderPaper } from '@sportello/paper';
import type { SignedInOperator } from '../../platform/access/caller';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { PaperHeads } from '../../platform/paper/paper-heads';
import type { Refusal } from '../../platform/problems/refusal';
import { receiptOnPaper } from './receipt-on-paper';

/** The receipt as a file, for whoever works where no station prints: to send to the caller, or to keep. */
@Injectable()
export class ReceiptFile {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly heads: PaperHeads,
  ) {}

  async run(caller: SignedInOperator, id: string, language: PaperLanguage): Promise<Outcome<Buffer, Refusal>> {
    const order = await this.unitOfWork.read(async (transaction) => {
      const text = await receiptOnPaper(transaction, caller, id);
      return text && { text, language, head: await this.heads.ofDesk(transaction, caller.desk.id, language, false), date: transaction.now };
    });
    return order ? accept(await renderPaper(order)) : refuse({ kind: 'not-found' });
  }
}
