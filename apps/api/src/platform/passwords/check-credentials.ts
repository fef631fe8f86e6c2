// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import { type Outcome, accept, refuse } from '@sportello/domain';
import { keyedMac } from '@sportello/seal';
import type { OperatorRow } from '../database/rows/operator-row';
import type { Transaction } from '../database/transaction';
import { UnitOfWork } from '../database/unit-of-work';
import { Keys } from '../keys/keys';
import type { Refusal } from '../problems/refusal';
import { CredentialsRepository } from './credentials.repository';
import { secondsToWait } from './sign-in-throttle';
import { SlowHash } from './slow-hash';

/** The hash of bytes that nobody kept: an unknown name takes as long as a known one. */
export const NOBODYS_HASH = '$2b$12$SVRYWk8oM9z4z3foeAeVUOIXFO4MS4oI.5WLAUzol6GQvjqUgGAnS';

export interface GivenCredentials {
  readonly username: string;
  readonly password: string;
  /** The address that they come from. */
  readonly source: string;
}

/** Whose name and password these are. Wherever somebody types theirs, the same throttle counts the tries and the same slow hash is asked. */
@Injectable()
export class CheckCredentials {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly slowHash: SlowHash,
    private readonly keys: Keys,
  ) {}

  /** `conclude` is told, in the transaction that writes down how the try ended, who it is: nobody, when name or password are wrong or the account is closed. */
  async run<Result>(given: GivenCredentials, conclude: (transaction: Transaction, operator: OperatorRow | undefined) => Promise<Result>): Promise<Outcome<Result, Refusal>> {
    const username = given.username.trim().toLowerCase();
    const macs = { accountMac: this.mac('account', username), sourceMac: this.mac('source', given.source) };
    const found = await this.unitOfWork.run(async (transaction) => {
      const credentials = transaction.repository(CredentialsRepository);
      await credentials.holdSource(macs.sourceMac);
      const seconds = secondsToWait(await credentials.recentAttempts(macs.accountMac, macs.sourceMac, transaction.now), transaction.now);
      if (seconds > 0) return { kind: 'wait', seconds } as const;
      const attemptId = transaction.newId();
      await credentials.noteAttempt({ id: attemptId, ...macs, at: transaction.now });
      return { kind: 'try', attemptId, operator: await credentials.operatorNamed(username) } as const;
    });
    if (found.kind === 'wait') return refuse({ kind: 'too-many-attempts', details: { retryAfterSeconds: found.seconds } });

    // No transaction is open while the slow hash runs.
    const isRight = await this.slowHash.matches(given.password, found.operator?.passwordHash ?? NOBODYS_HASH);
    if (typeof isRight !== 'boolean') {
      await this.unitOfWork.run((transaction) => transaction.repository(CredentialsRepository).takeBackAttempt(found.attemptId));
      return refuse({ kind: 'overloaded' });
    }
    const operator = isRight && found.operator?.disabledAt === null ? found.operator : undefined;
    return this.unitOfWork.run(async (transaction) => {
      if (operator) await transaction.repository(CredentialsRepository).noteSuccess(found.attemptId);
      return accept(await conclude(transaction, operator));
    });
  }

  private mac(label: 'account' | 'source', text: string): Buffer {
    return Buffer.from(keyedMac({ key: this.keys.lookup, label: `sign-in-${label}`, parts: [text] }));
  }
}
