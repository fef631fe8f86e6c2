// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import type { DryRunLotRequest } from '@sportello/contracts';
import { type IdCartaNumber, type Outcome, accept, judgeLotSize } from '@sportello/domain';
import { Settings } from '../../config/settings';
import type { Transaction } from '../../platform/database/transaction';
import type { Act } from '../../platform/idempotency/act';
import type { SubjectDone } from '../../platform/idempotency/stored-answer';
import type { Refusal } from '../../platform/problems/refusal';
import { lookAtLot } from './look-at-lot';
import { LotRepository } from './lot.repository';

/** The dry run: what letting the list go would do. Nothing is done. */
@Injectable()
export class TryLot {
  constructor(private readonly settings: Settings) {}

  async run(transaction: Transaction, { caller, actor, requestId }: Act, { cards, reason }: DryRunLotRequest): Promise<Outcome<SubjectDone, Refusal>> {
    const sized = judgeLotSize(cards as IdCartaNumber[]);
    if (!sized.ok) return sized;
    const { digest, counts, ...looked } = await lookAtLot(transaction, cards, this.settings.cardRules);
    const id = transaction.newId();
    await transaction.repository(LotRepository).keep({
      id,
      revision: 1,
      state: 'dry-run',
      reason,
      digest,
      cards: looked.cards,
      ...counts,
      askedBy: caller.operator.id,
      askedAt: transaction.now,
      confirmedBy: null,
      confirmedAt: null,
    });
    transaction.audit({ act: 'revocation-lot.tried', actor, requestId, deskId: caller.desk.id, subject: { kind: 'revocation-lot', id }, details: { digest: digest.toString('hex'), cards: looked.cards, ...counts } });
    return accept({ subjectId: id });
  }
}
