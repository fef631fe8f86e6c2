// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import { type Outcome, accept, refuse } from '@sportello/domain';
import { CheckCredentials } from '../../platform/passwords/check-credentials';
import type { Refusal } from '../../platform/problems/refusal';
import { OpenSession, type OpenedSession } from '../../platform/sessions/open-session';

export interface SignInAttempt {
  readonly username: string;
  readonly password: string;
  readonly source: string;
  readonly requestId: string;
  /** A session that this browser had: it ends with the new one. */
  readonly earlierToken: string | undefined;
}

@Injectable()
export class SignIn {
  constructor(
    private readonly credentials: CheckCredentials,
    private readonly openSession: OpenSession,
  ) {}

  async run(attempt: SignInAttempt): Promise<Outcome<OpenedSession, Refusal>> {
    const { requestId, earlierToken } = attempt;
    const opened = await this.credentials.run(attempt, async (transaction, operator) => {
      if (operator) return this.openSession.run(transaction, { operator, deskId: operator.deskId, means: 'password', requestId, earlierToken });
      transaction.audit({ act: 'session.refused', actor: { kind: 'nobody' }, requestId });
      return undefined;
    });
    if (!opened.ok) return opened;
    return opened.value ? accept(opened.value) : refuse({ kind: 'sign-in-failed' });
  }
}
