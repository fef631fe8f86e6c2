// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import type { DryRunLotRequest } from '@sportello/contracts';
import { type IdCartaNumber, type Outcome, accept, judgeLotSize, redactCips, refuse } from '@sportello/domain';
import { Settings } from '../../config/settings';
import { codesOf } from '../../platform/cip/codes-of';
import type { Transaction } from '../../platform/database/transaction';
import type { Act } from '../../platform/idempotency/act';
import type { SubjectDone } from '../../platform/idempotency/stored-answer';
import type { Refusal } from '../../platform/problems/refusal';
import { digestOf, lookAtLot } from './look-at-lot';
import { LotRepository, figuresOf } from './lot.repository';

/** The dry run: what letting the list go would do. Nothing is done. */
@Injectable()
export class TryLot {
  constructor(private readonly settings: Settings) {}

  async run(transaction: Transaction, { caller, actor, requestId }: Act, { cards, reason }: DryRunLotRequest): Promise<Outcome<SubjectDone, Refusal>> {
    const sized = judgeLotSize(cards as IdCartaNumber[]);
    if (!sized.ok) return sized;
    const { codiceFiscale } = caller.operator;
    if (codiceFiscale !== null && (await transaction.repository(LotRepository).hasCardOf(codesOf(codiceFiscale), cards))) return refuse({ kind: 'own-card' });
    const digest = digestOf(cards);
    const figures = figuresOf(await lookAtLot(transaction, cards, this.settings.cardRules));
    const id = transaction.newId();
    await transaction.repository(LotRepository).keep({
      id,
      revision: 1,
      state: 'dry-run',
      reason: redactCips(reason, this.settings.cipPattern).text,
      digest,
      cards: sized.value,
      ...figures,
      askedBy: caller.operator.id,
      askedAt: transaction.now,
      confirmedBy: null,
      confirmedAt: null,
      deskId: null,
    });
    transaction.audit({ act: 'revocation-lot.tried', actor, requestId, deskId: caller.desk.id, subject: { kind: 'revocation-lot', id }, details: { digest: digest.toString('hex'), cards: sized.value, ...figures } });
    return accept({ subjectId: id });
  }
}
