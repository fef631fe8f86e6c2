// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import { Settings } from '../../config/settings';
import type { Transaction } from '../../platform/database/transaction';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import type { Doer } from '../../platform/idempotency/act';
import { CardToRevokeRepository } from '../../platform/revocation/card-to-revoke.repository';
import { type LookedCard, type SortedCard, lookAtCards, sortCards } from './look-at-lot';
import { type LotLetGo, LotRepository, figuresOf } from './lot.repository';
import { keepRequests, newRequest } from '../../platform/revocation/new-request';
import type { NewRequestRow } from '../../platform/revocation/new-request.repository';

/** Whoever calls meanwhile waits for so many at most. */
const AT_A_TIME = 100;

type ToRevoke = Extract<SortedCard, { readonly sort: 'to-revoke' }>;

/**
 * The next cards of a lot that two supervisors let go, in one short transaction: each that can still be revoked gets a request of its own, and what became of each is
 * noted with it. A certificate that somebody is asking for at this moment is left for later, so that nobody waits for a lot who has something that the lot waits for.
 */
@Injectable()
export class LetCardsGo {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly settings: Settings,
  ) {}

  /** `some`: there is more. `held`: what is left is in others' hands. `none`: no lot waits, or another copy has it. */
  next(): Promise<'some' | 'held' | 'none'> {
    return this.unitOfWork.run(async (transaction) => {
      const lots = transaction.repository(LotRepository);
      const lot = await lots.takeLetGo();
      if (!lot) return 'none';
      const left = await lots.left(lot.id, AT_A_TIME);
      if (left.length === 0) await this.finish(transaction, lot);
      else if (!(await this.settle(transaction, lot, left))) return 'held';
      return 'some';
    });
  }

  private async settle(transaction: Transaction, lot: LotLetGo, left: readonly string[]): Promise<boolean> {
    const free = await heldOf(transaction, await lookAtCards(transaction, left));
    if (free.length === 0) return false;
    const sorted = await sortCards(transaction, free, this.settings.cardRules);
    const toRevoke = sorted.filter((card): card is ToRevoke => card.sort === 'to-revoke');
    await transaction.repository(LotRepository).settle(lot.id, sorted.map(({ card, sort }) => ({ idCarta: card.idCarta, sort })));
    if (toRevoke.length > 0) await ask(transaction, lot, toRevoke);
    return true;
  }

  private async finish(transaction: Transaction, lot: LotLetGo): Promise<void> {
    const lots = transaction.repository(LotRepository);
    const figures = figuresOf(await lots.settled(lot.id));
    await lots.finish(lot.id, figures);
    transaction.audit({ act: 'revocation-lot.done', ...doerOf(lot), deskId: lot.deskId, subject: { kind: 'revocation-lot', id: lot.id }, details: { ...figures } });
  }
}

/** What follows is the second supervisor's act, however much later it is done. */
function doerOf({ confirmedBy }: LotLetGo): Doer {
  return { actor: { kind: 'operator', operatorId: confirmedBy }, requestId: null };
}

/** Those whose certificate nobody else is asking for: from here until the end of the transaction nobody can begin. One that is not known is nobody's. */
async function heldOf(transaction: Transaction, looked: readonly LookedCard[]): Promise<readonly LookedCard[]> {
  const known = looked.flatMap(({ card, certificate }) => (certificate ? [{ card, certificate }] : []));
  const places = await transaction.repository(CardToRevokeRepository).holdFree(known.map(({ certificate }) => certificate));
  const held = new Set(places.map((place) => known[place]?.card));
  return looked.filter(({ card, certificate }) => !certificate || held.has(card));
}

async function ask(transaction: Transaction, lot: LotLetGo, cards: readonly ToRevoke[]): Promise<void> {
  const { now } = transaction;
  const by = { deskId: lot.deskId, recordedBy: lot.askedBy, isOutOfHours: false };
  const asked = { act: 'revocation', reason: 'bad-lot', asker: 'supervisors', caseKind: null, way: 'official-act', happenedAt: null, proof: null, confirmedEffects: null, notes: null, ...by } as const;
  const decided = { verifiedAt: now, decidedBy: lot.confirmedBy, decidedAt: now, lotId: lot.id } as const;
  const rows = cards.map(({ card: { idCarta, initials }, certificate }): NewRequestRow => ({ ...newRequest(transaction, asked, 'two-supervisors'), ...certificate, ...decided, standing: 'identified', state: 'verified', idCarta, initials }));
  await keepRequests(transaction, doerOf(lot), rows);
}
