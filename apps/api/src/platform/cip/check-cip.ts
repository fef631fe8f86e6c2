// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import { type CipPattern, type CipClaim, type Outcome, type ToldWithCip, type WrongTries, accept, cipClaim, cipVerdict, mayRecordUnverified, refuse, secondsToWait } from '@sportello/domain';
import { Settings } from '../../config/settings';
import type { Transaction } from '../database/transaction';
import { UnitOfWork } from '../database/unit-of-work';
import { Keys } from '../keys/keys';
import { SlowHash } from '../passwords/slow-hash';
import type { Refusal } from '../problems/refusal';
import { type CardWithCip, CipCardsRepository } from './cip-cards.repository';
import { CipMacs } from './cip-macs';
import { cipSecret } from './cip-secret';
import { CipTriesRepository, type TryMacs } from './cip-tries.repository';

/** A person has two cards for some months, and a third when one was lost and never ended. Those with the newest CIPs are compared; an older one is reached by its number. */
export const CARDS_COMPARED = 3;

export interface ToldCip {
  /** Each has a queue of its own: a flood at the public page stops no call. */
  readonly at: 'help-desk' | 'public-page';
  readonly told: ToldWithCip;
  readonly cip: string;
  /** Keyed MACs of who tells it, and through what. */
  readonly callers: readonly Buffer[];
  readonly source: Buffer;
}

/** What came of it. It has to be settled in the transaction that records it. */
export interface CipFinding {
  readonly tryId: string;
  /** Whose CIP was told; undefined: something was wrong, and nobody learns what. */
  readonly card: CardWithCip | undefined;
  /** When wrong: until the next is looked at. */
  readonly retryAfterSeconds: number;
  /** When wrong: a request may be recorded all the same. */
  readonly mayRecordUnverified: boolean;
}

interface Begun {
  readonly tryId: string;
  readonly earlier: WrongTries;
  readonly cards: readonly CardWithCip[];
  readonly begunAt: Date;
}

/** Whether a CIP and what was told with it are right. Whichever part is wrong, the work is the same and so is the answer: as many slow hashes, though there be no such card. */
@Injectable()
export class CheckCip {
  private readonly slowHashes: Readonly<Record<ToldCip['at'], SlowHash>>;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly keys: Keys,
    private readonly macs: CipMacs,
    private readonly settings: Settings,
    slowHash: SlowHash,
  ) {
    // Neither sign-ins nor activations wait for whoever tries CIPs, nor the other way round.
    this.slowHashes = { 'help-desk': slowHash.apart(), 'public-page': slowHash.apart() };
  }

  async run({ at, told, cip, callers, source }: ToldCip): Promise<Outcome<CipFinding, Refusal>> {
    const claim = cipClaim(told);
    if (!claim.ok) return claim;
    const macs: TryMacs = { caller: callers, source: [source], card: this.macs.ofClaim(claim.value) };
    const begun = await this.begin(claim.value, macs);
    if (!begun.ok) return begun;
    const { tryId, cards } = begun.value;
    // No transaction is open while the slow hash runs.
    const found = await this.cardOf(this.slowHashes[at], asDrawn(cip, this.settings.cipPattern), cards, claim.value);
    if (found === 'overloaded') {
      await this.unitOfWork.run((transaction) => transaction.repository(CipTriesRepository).takeBack(tryId));
      return refuse({ kind: 'overloaded' });
    }
    return accept(this.findingOf(begun.value, found));
  }

  /** In the transaction that records what came of it: a right one was no wrong try. */
  async settle(transaction: Transaction, { tryId, card }: CipFinding): Promise<void> {
    if (card) await transaction.repository(CipTriesRepository).takeBack(tryId);
  }

  /** A try that may be looked at counts as wrong until it is settled. */
  private begin(claim: CipClaim, macs: TryMacs): Promise<Outcome<Begun, Refusal>> {
    return this.unitOfWork.run(async (transaction): Promise<Outcome<Begun, Refusal>> => {
      const tries = transaction.repository(CipTriesRepository);
      await tries.hold(macs);
      const earlier = await tries.wrong(macs, transaction.now);
      const seconds = secondsToWait(earlier, transaction.now);
      if (seconds > 0) return refuse({ kind: 'too-many-attempts', details: { retryAfterSeconds: seconds, mayRecordUnverified: mayRecordUnverified(earlier, transaction.now) } });
      const tryId = transaction.newId();
      await tries.note(tryId, macs, transaction.now);
      return accept({ tryId, earlier, begunAt: transaction.now, cards: await transaction.repository(CipCardsRepository).claimed(claim, transaction.now) });
    });
  }

  /** Always so many comparisons, one after the other; where there is no card, with a hash that nothing matches. */
  private async cardOf(slowHash: SlowHash, cip: string, cards: readonly CardWithCip[], { idCarta }: CipClaim): Promise<CardWithCip | undefined | 'overloaded'> {
    let found: CardWithCip | undefined;
    for (let index = 0; index < CARDS_COMPARED; index += 1) {
      const card = cards[index];
      const isRight = await slowHash.matches(cipSecret(this.keys, card?.idCarta ?? idCarta ?? '', cip), card?.cipVerifier ?? slowHash.nobodys());
      if (typeof isRight !== 'boolean') return 'overloaded';
      if (isRight && card) found ??= card;
    }
    return found;
  }

  private findingOf({ tryId, earlier, begunAt, cards }: Begun, card: CardWithCip | undefined): CipFinding {
    const isKnown = cards.length > 0;
    const verdict = cipVerdict({ isCardKnown: isKnown, isDelivered: isKnown, areCompanionsRight: isKnown, isCipRight: card !== undefined }, earlier, begunAt);
    const wrong = { caller: [...earlier.caller, begunAt], source: [...earlier.source, begunAt], card: [...earlier.card, begunAt] };
    return { tryId, card, mayRecordUnverified: verdict === 'record-unverified', retryAfterSeconds: verdict === 'identified' ? 0 : secondsToWait(wrong, begunAt) };
  }
}

/** As it stands in the envelope, however it was said: in groups, or in small letters where there are none. */
function asDrawn(cip: string, { alphabet }: CipPattern): string {
  const bare = cip.replace(/[\s.\-–]/g, '');
  return alphabet === alphabet.toUpperCase() ? bare.toUpperCase() : bare;
}
