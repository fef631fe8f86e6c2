// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import type { PendingSignIn, SignInRequest } from '@sportello/contracts';
import { type Outcome, accept, refuse } from '@sportello/domain';
import { Settings } from '../../config/settings';
import type { OperatorRow } from '../../platform/database/rows/operator-row';
import type { Transaction } from '../../platform/database/transaction';
import { CheckCredentials } from '../../platform/passwords/check-credentials';
import { Randomness } from '../../platform/ports/randomness';
import type { Refusal } from '../../platform/problems/refusal';
import { SecondFactorRepository } from '../../platform/second-factors/second-factor.repository';
import { OpenSession, type OpenedSession } from '../../platform/sessions/open-session';
import { PENDING_SECONDS, PendingSignInRepository } from '../../platform/sessions/pending-sign-in.repository';
import { newToken } from '../../platform/sessions/session-token';
import { accountOf } from './account-of';
import type { AtTheDoor } from './at-the-door';

/** What name and password led to: a session, or the question for the second factor. */
export type PasswordStep =
  | { readonly kind: 'opened'; readonly opened: OpenedSession }
  | { readonly kind: 'pending'; readonly pendingToken: string; readonly view: PendingSignIn };

/** Whoever has a second factor is asked for it; where one is required and there is none, the session is good for getting one. */
@Injectable()
export class SignIn {
  constructor(
    private readonly credentials: CheckCredentials,
    private readonly openSession: OpenSession,
    private readonly settings: Settings,
    private readonly randomness: Randomness,
  ) {}

  async run(door: AtTheDoor, { username, password }: SignInRequest): Promise<Outcome<{ readonly step: PasswordStep; readonly browser: string }, Refusal>> {
    const browser = door.browser ?? newToken(this.randomness);
    const stepped = await this.credentials.run({ username, password, source: door.source, browser }, async (transaction, operator, named) => {
      if (operator) return this.stepOf(transaction, operator, door);
      transaction.audit({ act: 'session.refused', actor: { kind: 'nobody' }, requestId: door.requestId, ...accountOf(named) });
      return undefined;
    });
    if (!stepped.ok) return stepped;
    if (!stepped.value) return refuse({ kind: 'sign-in-failed' });
    return stepped.value.ok ? accept({ step: stepped.value.value, browser }) : stepped.value;
  }

  private async stepOf(transaction: Transaction, operator: OperatorRow, { requestId, earlierToken }: AtTheDoor): Promise<Outcome<PasswordStep, Refusal>> {
    const methods = await transaction.repository(SecondFactorRepository).methodsOf(operator.id);
    if (methods.length > 0) {
      const pendingToken = newToken(this.randomness);
      const expiresAt = new Date(transaction.now.getTime() + PENDING_SECONDS * 1000);
      await transaction.repository(PendingSignInRepository).begin({ id: transaction.newId(), operatorId: operator.id, token: pendingToken, createdAt: transaction.now, expiresAt });
      return accept({ kind: 'pending', pendingToken, view: { methods: [...methods], expiresAt: expiresAt.toISOString() } });
    }
    const mayOnlyEnrol = this.settings.secondFactor === 'required';
    const opened = await this.openSession.run(transaction, { operator, means: 'password', requestId, earlierToken, mayOnlyEnrol });
    return opened.ok ? accept({ kind: 'opened', opened: opened.value }) : opened;
  }
}
