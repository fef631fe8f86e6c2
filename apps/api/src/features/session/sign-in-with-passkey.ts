// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import type { PasskeyAssertion, PasskeyRequestOptions } from '@sportello/contracts';
import { type Outcome, accept, refuse } from '@sportello/domain';
import type { Transaction } from '../../platform/database/transaction';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { CredentialsRepository } from '../../platform/passwords/credentials.repository';
import { Randomness } from '../../platform/ports/randomness';
import type { Refusal } from '../../platform/problems/refusal';
import { PasskeyRepository } from '../../platform/second-factors/passkey.repository';
import { Passkeys } from '../../platform/second-factors/passkeys';
import { OpenSession, type OpenedSession } from '../../platform/sessions/open-session';
import { PENDING_SECONDS, PendingSignInRepository } from '../../platform/sessions/pending-sign-in.repository';
import { newToken } from '../../platform/sessions/session-token';
import { accountOf } from './account-of';
import type { AtTheDoor } from './at-the-door';
import { PasskeyThrottle } from './passkey-throttle';

interface Asked {
  readonly token: string;
  readonly options: PasskeyRequestOptions;
}

/** A passkey completes a sign-in that began with name and password; or is one by itself, since its authenticator verifies the person. */
@Injectable()
export class SignInWithPasskey {
  constructor(
    private readonly throttle: PasskeyThrottle,
    private readonly unitOfWork: UnitOfWork,
    private readonly passkeys: Passkeys,
    private readonly openSession: OpenSession,
    private readonly randomness: Randomness,
  ) {}

  /** The challenge; of a sign-in under way with the passkeys of its person, else with those that the browser has of us. */
  async options({ pendingToken, source }: AtTheDoor): Promise<Outcome<Asked, Refusal>> {
    const seconds = this.throttle.secondsToWait(source);
    if (seconds > 0) return refuse({ kind: 'too-many-attempts', details: { retryAfterSeconds: seconds } });
    return this.unitOfWork.run(async (transaction) => {
      const pending = pendingToken === undefined ? undefined : await transaction.repository(PendingSignInRepository).of(pendingToken, transaction.now);
      if (pendingToken !== undefined && pending) {
        const known = pending.operatorId === null ? [] : await transaction.repository(PasskeyRepository).ofOperator(pending.operatorId);
        return accept({ token: pendingToken, options: await this.passkeys.requestOptions(transaction, { purpose: 'sign-in', pendingId: pending.id }, known) });
      }
      const [token, pendingId] = [newToken(this.randomness), transaction.newId()];
      const expiresAt = new Date(transaction.now.getTime() + PENDING_SECONDS * 1000);
      await transaction.repository(PendingSignInRepository).begin({ id: pendingId, operatorId: null, token, createdAt: transaction.now, expiresAt });
      return accept({ token, options: await this.passkeys.requestOptions(transaction, { purpose: 'sign-in', pendingId }, []) });
    });
  }

  async run({ pendingToken, source, requestId, earlierToken }: AtTheDoor, assertion: PasskeyAssertion): Promise<Outcome<OpenedSession, Refusal>> {
    const seconds = this.throttle.secondsToWait(source);
    if (seconds > 0) return refuse({ kind: 'too-many-attempts', details: { retryAfterSeconds: seconds } });
    if (pendingToken === undefined) return refuse({ kind: 'sign-in-expired' });
    return this.unitOfWork.run(async (transaction): Promise<Outcome<OpenedSession, Refusal>> => {
      const pending = await transaction.repository(PendingSignInRepository).tryOnce(pendingToken, transaction.now);
      if (!pending) return refuse({ kind: 'sign-in-expired' });
      const passkey = await this.passkeys.signer(transaction, { purpose: 'sign-in', pendingId: pending.id }, assertion);
      const isTheirs = passkey && (pending.operatorId === null || pending.operatorId === passkey.operatorId);
      const operator = isTheirs ? await transaction.repository(CredentialsRepository).operator(passkey.operatorId) : undefined;
      if (operator?.disabledAt !== null) {
        await this.tellRefused(transaction, requestId, pending.operatorId, assertion);
        return refuse({ kind: 'passkey-refused' });
      }
      await transaction.repository(PendingSignInRepository).end(pending.id);
      const means = pending.operatorId === null ? 'passkey' : 'password+passkey';
      return this.openSession.run(transaction, { operator, means, requestId, earlierToken });
    });
  }

  /** A passkey that nobody here has, in a sign-in of nobody, was tried against no account: anybody could fill the log with it. */
  private async tellRefused(transaction: Transaction, requestId: string, ofPending: string | null, { id }: PasskeyAssertion): Promise<void> {
    const operatorId = ofPending ?? (await transaction.repository(PasskeyRepository).byCredential(id))?.operatorId;
    if (operatorId === undefined) return;
    const account = await transaction.repository(CredentialsRepository).operator(operatorId);
    transaction.audit({ act: 'session.second-factor-refused', actor: { kind: 'nobody' }, requestId, ...accountOf(account), details: { method: 'passkey' } });
  }
}
