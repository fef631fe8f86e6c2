// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import { accept, refuse, type Outcome } from '@sportello/domain';
import { keyedMac } from '@sportello/seal';
import type { Transaction } from '../database/transaction';
import { UnitOfWork } from '../database/unit-of-work';
import { Keys } from '../keys/keys';
import { Refused, type Refusal } from '../problems/refusal';
import type { Act } from './act';
import { IdempotencyRepository } from './idempotency.repository';
import type { AnyDone, Done, StoredAnswer } from './stored-answer';

/** What a use case is to this: an act within a transaction, that is done or refused. */
export type ActWork<Ended extends AnyDone = Done> = (transaction: Transaction) => Promise<Outcome<Ended, Refusal>>;

/**
 * Performs each act once, in one unit of work. A key that comes again with the same request gets the same answer: the same refusal, or the same case, whose view is
 * read again because no personal data is copied beside the case and the view must not show a card that has left. With another request it is refused.
 */
@Injectable()
export class Acts {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly keys: Keys,
  ) {}

  /** Whether the act ended already: then its answer is known, and what it costs to find out need not be spent again. */
  async isAnswered({ caller, key }: Act): Promise<boolean> {
    return this.unitOfWork.read((transaction) => transaction.repository(IdempotencyRepository).isSettled(caller.operator.id, key));
  }

  /** @throws Refused */
  async perform<View, Ended extends AnyDone = Done>(act: Act, work: ActWork<Ended>, show: (transaction: Transaction, done: Ended) => Promise<View>): Promise<View> {
    const outcome = await this.unitOfWork.run(async (transaction) => {
      const done = await once(transaction, { ...act, fingerprint: this.kept(act) }, work);
      return done.ok ? accept(await show(transaction, done.value)) : done;
    });
    if (!outcome.ok) throw new Refused(outcome.refusal);
    return outcome.value;
  }

  /** What is kept of a request for a day: an e-mail or a note may have a CIP in it, and of a text that is known but for that a fast hash without a key is as good as the CIP. */
  private kept({ fingerprint }: Act): Buffer {
    return Buffer.from(keyedMac({ key: this.keys.lookup, label: 'act', parts: [fingerprint] }));
  }
}

async function once<Ended extends AnyDone>(transaction: Transaction, act: Act, work: ActWork<Ended>): Promise<Outcome<Ended, Refusal>> {
  const id = { operatorId: act.caller.operator.id, key: act.key };
  const earlier = await transaction.repository(IdempotencyRepository).claim({ ...id, fingerprint: act.fingerprint, createdAt: transaction.now });
  if (earlier) return earlier.fingerprint.equals(act.fingerprint) ? outcomeOf<Ended>(earlier.answer) : refuse({ kind: 'idempotency-key-reused' });
  const outcome = await work(transaction);
  transaction.keep({ ...id, answer: storedAnswerOf(outcome) });
  return outcome;
}

function storedAnswerOf(outcome: Outcome<AnyDone, Refusal>): StoredAnswer {
  return outcome.ok ? { kind: 'done', done: outcome.value } : { kind: 'refused', refusal: outcome.refusal };
}

function outcomeOf<Ended extends AnyDone>(answer: StoredAnswer | null): Outcome<Ended, Refusal> {
  // A key is committed with its answer or not at all, and the same request ends in the same way.
  if (answer === null) throw new Error('an idempotency key without its answer');
  return answer.kind === 'done' ? accept(answer.done as Ended) : refuse(answer.refusal);
}
