// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import type { ConfirmLotRequest } from '@sportello/contracts';
import { type Outcome, accept, judgeLot, refuse } from '@sportello/domain';
import { codesOf } from '../../platform/cip/codes-of';
import type { Transaction } from '../../platform/database/transaction';
import type { Act } from '../../platform/idempotency/act';
import type { SubjectDone } from '../../platform/idempotency/stored-answer';
import type { Refusal } from '../../platform/problems/refusal';
import { digestOf } from './look-at-lot';
import { LotRepository } from './lot.repository';

/** Another supervisor lets the very list of the dry run go: it is kept, and worked off a few cards at a time. What changed since is left out and counted. */
@Injectable()
export class LetLotGo {
  async run(transaction: Transaction, act: Act, id: string, { revision, cards }: ConfirmLotRequest): Promise<Outcome<SubjectDone, Refusal>> {
    const { operator, desk } = act.caller;
    const lots = transaction.repository(LotRepository);
    const lot = await lots.held(id);
    if (!lot) return refuse({ kind: 'not-found' });
    if (lot.revision !== revision) return refuse({ kind: 'revocation-changed', details: { revision: lot.revision } });
    const dryRun = lot.state === 'dry-run' ? { at: lot.askedAt, digest: lot.digest.toString('hex'), askedBy: lot.askedBy } : null;
    const digest = digestOf(cards).toString('hex');
    // The permission of the route is the supervisors' alone.
    const judged = judgeLot(dryRun, digest, { id: operator.id, isSupervisor: true }, transaction.now);
    if (!judged.ok) return judged;
    if (operator.codiceFiscale !== null && (await lots.hasCardOf(codesOf(operator.codiceFiscale), cards))) return refuse({ kind: 'own-card' });
    await lots.letGo(id, cards, { operatorId: operator.id, deskId: desk.id, now: transaction.now });
    transaction.audit({ act: 'revocation-lot.let-go', actor: act.actor, requestId: act.requestId, deskId: desk.id, subject: { kind: 'revocation-lot', id }, details: { digest, cards: lot.cards } });
    transaction.notify({ to: 'lots' });
    return accept({ subjectId: id });
  }
}
