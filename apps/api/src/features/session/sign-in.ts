// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import type { SessionView } from '@sportello/contracts';
import { type Outcome, accept, refuse } from '@sportello/domain';
import type { SignedInOperator } from '../../platform/access/caller';
import type { OperatorRow } from '../../platform/database/rows/operator-row';
import type { Transaction } from '../../platform/database/transaction';
import { CheckCredentials } from '../../platform/passwords/check-credentials';
import { Randomness } from '../../platform/ports/randomness';
import type { Refusal } from '../../platform/problems/refusal';
import { SessionRepository } from '../../platform/sessions/session.repository';
import { hashOfToken } from '../../platform/sessions/session-token';
import { ShowSession } from './show-session';

/** A working day; whoever stays longer signs in again. */
const SESSION_SECONDS = 10 * 60 * 60;
const TOKEN_BYTES = 32;

export interface SignInAttempt {
  readonly username: string;
  readonly password: string;
  readonly source: string;
  readonly requestId: string;
  /** A session that this browser had: it ends with the new one. */
  readonly earlierToken: string | undefined;
}

export interface OpenedSession {
  readonly token: string;
  readonly lifetimeSeconds: number;
  readonly view: SessionView;
}

@Injectable()
export class SignIn {
  constructor(
    private readonly credentials: CheckCredentials,
    private readonly randomness: Randomness,
    private readonly showSession: ShowSession,
  ) {}

  async run(attempt: SignInAttempt): Promise<Outcome<OpenedSession, Refusal>> {
    const token = Buffer.from(this.randomness.bytes(TOKEN_BYTES)).toString('base64url');
    const caller = await this.credentials.run(attempt, (transaction, operator) => this.conclude(transaction, attempt, operator, token));
    if (!caller.ok) return caller;
    if (!caller.value) return refuse({ kind: 'sign-in-failed' });
    return accept({ token, lifetimeSeconds: SESSION_SECONDS, view: await this.showSession.run(caller.value) });
  }

  private async conclude(transaction: Transaction, attempt: SignInAttempt, operator: OperatorRow | undefined, token: string): Promise<SignedInOperator | undefined> {
    const { now } = transaction;
    if (!operator) {
      transaction.audit({ act: 'session.refused', actor: { kind: 'nobody' }, requestId: attempt.requestId });
      return undefined;
    }
    const sessions = transaction.repository(SessionRepository);
    const earlier = attempt.earlierToken === undefined ? undefined : await sessions.signedInBy(attempt.earlierToken, now);
    if (earlier) await this.endEarlier(transaction, attempt, earlier);
    const expiresAt = new Date(now.getTime() + SESSION_SECONDS * 1000);
    const id = transaction.newId();
    await sessions.open({ id, operatorId: operator.id, tokenHash: hashOfToken(token), createdAt: now, expiresAt });
    transaction.audit({ act: 'session.opened', actor: { kind: 'operator', operatorId: operator.id }, requestId: attempt.requestId, deskId: operator.deskId, details: { sessionId: id } });
    return sessions.signedInBy(token, now);
  }

  /** A browser has one session: the pages that still show the earlier one are told. */
  private async endEarlier(transaction: Transaction, { requestId }: SignInAttempt, { sessionId, operator, desk }: SignedInOperator): Promise<void> {
    await transaction.repository(SessionRepository).end(sessionId);
    const details = { sessionId, because: 'signed-in-anew' };
    transaction.audit({ act: 'session.closed', actor: { kind: 'operator', operatorId: operator.id }, requestId, deskId: desk.id, details });
    transaction.notify({ to: 'session', sessionId });
  }
}
