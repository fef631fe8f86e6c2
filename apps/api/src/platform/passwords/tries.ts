// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import { type Outcome, accept, refuse } from '@sportello/domain';
import { keyedMac } from '@sportello/seal';
import type { Transaction } from '../database/transaction';
import { UnitOfWork } from '../database/unit-of-work';
import { Keys } from '../keys/keys';
import type { Refusal } from '../problems/refusal';
import { AttemptsRepository } from './attempts.repository';
import { secondsToWait } from './sign-in-throttle';

/** From where somebody tries to prove who they are. */
export interface Origin {
  readonly source: string;
  /** What their browser is known by, if it brought it. */
  readonly browser: string | undefined;
}

/** What is tried: whose password, by the name that was typed, or whose code. */
export type Tried = { readonly kind: 'password'; readonly username: string } | { readonly kind: 'code'; readonly operatorId: string };

/** Counts the tries of whatever can be guessed, in one place and by one rule. */
@Injectable()
export class Tries {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly keys: Keys,
  ) {}

  /** A try that may be looked at, and counts as failed until it has succeeded. `look` reads in the same transaction what it needs. */
  async begin<Found>(tried: Tried, { source, browser }: Origin, look: (transaction: Transaction) => Promise<Found>): Promise<Outcome<{ readonly attemptId: string; readonly found: Found }, Refusal>> {
    const account = tried.kind === 'password' ? tried.username : `code ${tried.operatorId}`;
    const macs = { accountMac: this.mac('account', account), sourceMac: this.mac('source', source), browserMac: browser === undefined ? null : this.mac('browser', browser) };
    return this.unitOfWork.run(async (transaction) => {
      const attempts = transaction.repository(AttemptsRepository);
      await attempts.hold(macs);
      const seconds = secondsToWait(await attempts.recent(macs, transaction.now), transaction.now);
      if (seconds > 0) return refuse({ kind: 'too-many-attempts', details: { retryAfterSeconds: seconds } });
      const attemptId = transaction.newId();
      await attempts.note({ id: attemptId, ...macs, at: transaction.now });
      return accept({ attemptId, found: await look(transaction) });
    });
  }

  async succeeded(transaction: Transaction, attemptId: string): Promise<void> {
    await transaction.repository(AttemptsRepository).noteSuccess(attemptId);
  }

  /** Nobody looked whether it was right. */
  async takeBack(attemptId: string): Promise<void> {
    await this.unitOfWork.run((transaction) => transaction.repository(AttemptsRepository).takeBack(attemptId));
  }

  private mac(label: 'account' | 'source' | 'browser', text: string): Buffer {
    return Buffer.from(keyedMac({ key: this.keys.lookup, label: `sign-in-${label}`, parts: [text] }));
  }
}
