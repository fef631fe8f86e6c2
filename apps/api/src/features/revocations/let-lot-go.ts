// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import type { ConfirmLotRequest } from '@sportello/contracts';
import { type Outcome, accept, judgeLot, refuse } from '@sportello/domain';
import { Settings } from '../../config/settings';
import type { Transaction } from '../../platform/database/transaction';
import type { Act } from '../../platform/idempotency/act';
import type { SubjectDone } from '../../platform/idempotency/stored-answer';
import type { Refusal } from '../../platform/problems/refusal';
import { logLotRequest } from './log-lot-request';
import { lookAtLot } from './look-at-lot';
import { LotRepository } from './lot.repository';

/** Another supervisor lets the very list of the dry run go. Each card that can still be revoked gets a request of its own; what changed since is left out and counted. */
@Injectable()
export class LetLotGo {
  constructor(private readonly settings: Settings) {}

  async run(transaction: Transaction, act: Act, id: string, { revision, cards }: ConfirmLotRequest): Promise<Outcome<SubjectDone, Refusal>> {
    const { operator, desk } = act.caller;
    const lot = await transaction.repository(LotRepository).held(id);
    if (!lot) return refuse({ kind: 'not-found' });
    if (lot.revision !== revision) return refuse({ kind: 'revocation-changed', details: { revision: lot.revision } });
    const dryRun = lot.state === 'dry-run' ? { at: lot.askedAt, digest: lot.digest.toString('hex'), askedBy: lot.askedBy } : null;
    const { digest, counts, toRevoke } = await lookAtLot(transaction, cards, this.settings.cardRules);
    // The permission of the route is the supervisors' alone.
    const judged = judgeLot(dryRun, digest.toString('hex'), { id: operator.id, isSupervisor: true }, transaction.now);
    if (!judged.ok) return judged;
    let gone = 0;
    for (const { card, certificate } of toRevoke) {
      if (await logLotRequest(transaction, act, { card, certificate, lotId: id, deskId: desk.id, recordedBy: lot.askedBy, decidedBy: operator.id })) gone += 1;
    }
    const settled = { ...counts, toRevoke: gone, alreadyRequested: counts.alreadyRequested + counts.toRevoke - gone };
    await transaction.repository(LotRepository).letGo(lot, operator.id, settled, transaction.now);
    transaction.audit({ act: 'revocation-lot.let-go', actor: act.actor, requestId: act.requestId, deskId: desk.id, subject: { kind: 'revocation-lot', id }, details: { digest: digest.toString('hex'), ...settled } });
    return accept({ subjectId: id });
  }
}
