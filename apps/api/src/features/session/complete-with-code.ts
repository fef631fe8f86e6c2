// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import type { SecondFactorCodeRequest } from '@sportello/contracts';
import { type Outcome, refuse } from '@sportello/domain';
import type { Transaction } from '../../platform/database/transaction';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { Keys } from '../../platform/keys/keys';
import { CredentialsRepository } from '../../platform/passwords/credentials.repository';
import { Tries } from '../../platform/passwords/tries';
import type { Refusal } from '../../platform/problems/refusal';
import { AuthenticatorApps } from '../../platform/second-factors/authenticator-apps';
import { recoveryCodeMac } from '../../platform/second-factors/recovery-codes';
import { SecondFactorRepository } from '../../platform/second-factors/second-factor.repository';
import { OpenSession, type OpenedSession } from '../../platform/sessions/open-session';
import { PendingSignInRepository } from '../../platform/sessions/pending-sign-in.repository';
import { accountOf } from './account-of';
import type { AtTheDoor } from './at-the-door';

/** The second half of a sign-in by a code: the app's of this moment, or one of those kept for the day when everything else is lost. */
@Injectable()
export class CompleteWithCode {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly tries: Tries,
    private readonly apps: AuthenticatorApps,
    private readonly keys: Keys,
    private readonly openSession: OpenSession,
  ) {}

  async run(door: AtTheDoor, { method, code }: SecondFactorCodeRequest): Promise<Outcome<OpenedSession, Refusal>> {
    const { pendingToken, requestId, earlierToken } = door;
    if (pendingToken === undefined) return refuse({ kind: 'sign-in-expired' });
    const pending = await this.unitOfWork.run((transaction) => transaction.repository(PendingSignInRepository).tryOnce(pendingToken, transaction.now));
    if (!pending || pending.operatorId === null) return refuse({ kind: 'sign-in-expired' });
    const { operatorId } = pending;
    const begun = await this.tries.begin({ kind: 'code', operatorId }, door, (transaction) => transaction.repository(CredentialsRepository).operator(operatorId));
    if (!begun.ok) return begun;
    const { attemptId, found: operator } = begun.value;
    return this.unitOfWork.run(async (transaction): Promise<Outcome<OpenedSession, Refusal>> => {
      if (operator?.disabledAt !== null || !(await this.isRight(transaction, operatorId, method, code))) {
        transaction.audit({ act: 'session.second-factor-refused', actor: { kind: 'operator', operatorId }, requestId, ...accountOf(operator), details: { method } });
        return refuse({ kind: 'second-factor-failed' });
      }
      await this.tries.succeeded(transaction, attemptId);
      await transaction.repository(PendingSignInRepository).end(pending.id);
      return this.openSession.run(transaction, { operator, means: `password+${method}`, requestId, earlierToken });
    });
  }

  private isRight(transaction: Transaction, operatorId: string, method: SecondFactorCodeRequest['method'], code: string): Promise<boolean> {
    if (method === 'totp') return this.apps.take(transaction, operatorId, code);
    return transaction.repository(SecondFactorRepository).useRecoveryCode(operatorId, recoveryCodeMac(this.keys.lookup, operatorId, code), transaction.now);
  }
}
