// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import { type Outcome, accept, normalisedPassword, refuse } from '@sportello/domain';
import type { OperatorRow } from '../database/rows/operator-row';
import type { Transaction } from '../database/transaction';
import { UnitOfWork } from '../database/unit-of-work';
import type { Refusal } from '../problems/refusal';
import { CredentialsRepository } from './credentials.repository';
import { SlowHash } from './slow-hash';
import { Tries } from './tries';

/** The hash of bytes that nobody kept: an unknown name takes as long as a known one. */
export const NOBODYS_HASH = '$2b$12$SVRYWk8oM9z4z3foeAeVUOIXFO4MS4oI.5WLAUzol6GQvjqUgGAnS';

export interface GivenCredentials {
  readonly username: string;
  readonly password: string;
  /** The address that they come from. */
  readonly source: string;
  /** What their browser is known by, where it matters. */
  readonly browser?: string | undefined;
}

/** Whose name and password these are. Wherever somebody types theirs, the same throttle counts the tries and the same slow hash is asked. */
@Injectable()
export class CheckCredentials {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly slowHash: SlowHash,
    private readonly tries: Tries,
  ) {}

  /** `conclude` is told, in the transaction that writes down how the try ended, who it is: nobody, when name or password are wrong or the account is closed; and whose account was `named`. */
  async run<Result>(given: GivenCredentials, conclude: (transaction: Transaction, operator: OperatorRow | undefined, named: OperatorRow | undefined) => Promise<Result>): Promise<Outcome<Result, Refusal>> {
    const username = given.username.trim().toLowerCase();
    const password = normalisedPassword(given.password);
    const origin = { source: given.source, browser: given.browser };
    const begun = await this.tries.begin({ kind: 'password', username }, origin, (transaction) => transaction.repository(CredentialsRepository).operatorNamed(username));
    if (!begun.ok) return begun;
    const { attemptId, found } = begun.value;

    // No transaction is open while the slow hash runs.
    const isRight = await this.slowHash.matches(password, found?.passwordHash ?? NOBODYS_HASH);
    if (typeof isRight !== 'boolean') {
      await this.tries.takeBack(attemptId);
      return refuse(isRight);
    }
    const operator = isRight && found?.disabledAt === null ? found : undefined;
    const renewed = operator && (await this.slowHash.renewed(password, operator.passwordHash));
    return this.unitOfWork.run(async (transaction) => {
      if (operator) await this.tries.succeeded(transaction, attemptId);
      if (operator && renewed !== undefined) await transaction.repository(CredentialsRepository).changePassword(operator.id, operator.passwordHash, renewed);
      return accept(await conclude(transaction, operator, found));
    });
  }
}
