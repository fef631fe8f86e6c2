// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import { type Outcome, accept, refuse } from '@sportello/domain';
import type { SignedInOperator } from '../access/caller';
import { actorOf } from '../audit/audit-entry';
import type { OperatorRow, SignInMeans } from '../database/rows/operator-row';
import type { Transaction } from '../database/transaction';
import { ServedDesksRepository } from '../people/served-desks.repository';
import { Randomness } from '../ports/randomness';
import type { Refusal } from '../problems/refusal';
import { SessionRepository } from './session.repository';
import { hashOfToken, newToken } from './session-token';

/** A working day; whoever stays longer signs in again. */
export const SESSION_SECONDS = 10 * 60 * 60;

/** Somebody has proved who they are. */
export interface Proven {
  readonly operator: Pick<OperatorRow, 'id'>;
  /** Undefined: where they worked last, or their home desk. */
  readonly deskId?: string;
  readonly means: SignInMeans;
  /** A second factor is required and there is none yet: the session is good for that alone. */
  readonly mayOnlyEnrol?: boolean;
  /** When they proved who they are, if that was not now: a session that moves to another desk proves nothing anew. */
  readonly provedAt?: Date;
  readonly requestId: string;
  /** The token of a session that this browser had: it ends with the new one. */
  readonly earlierToken: string | undefined;
  /** Of a session that goes on elsewhere: nobody stays signed in longer by walking from desk to desk. */
  readonly expiresAt?: Date;
}

export interface OpenedSession {
  /** For the cookie, and nowhere else: the database has its hash. */
  readonly token: string;
  readonly caller: SignedInOperator;
}

/** Opens the session of somebody who proved who they are, whichever way: the one place where sessions begin. */
@Injectable()
export class OpenSession {
  constructor(private readonly randomness: Randomness) {}

  async run(transaction: Transaction, { operator, means, requestId, earlierToken, mayOnlyEnrol = false, ...proven }: Proven): Promise<Outcome<OpenedSession, Refusal>> {
    const { now } = transaction;
    const token = newToken(this.randomness);
    const sessions = transaction.repository(SessionRepository);
    const served = transaction.repository(ServedDesksRepository);
    const { deskId, isClosed } = await served.deskToOpen(operator.id, proven.deskId ?? null);
    if (isClosed) {
      transaction.audit({ act: 'session.refused', actor: { kind: 'operator', operatorId: operator.id }, requestId, deskId, details: { means, because: 'desk-closed' } });
      return refuse({ kind: 'desk-closed-for-good' });
    }
    const expiresAt = proven.expiresAt ?? new Date(now.getTime() + SESSION_SECONDS * 1000);
    const earlier = earlierToken === undefined ? undefined : await sessions.signedInBy(earlierToken, now);
    if (earlier) await endEarlier(transaction, requestId, earlier);
    const id = transaction.newId();
    const lifetime = { createdAt: now, expiresAt, usedAt: now, provedAt: proven.provedAt ?? now, lockedAt: null };
    await sessions.open({ id, operatorId: operator.id, deskId, stationId: null, means, mayOnlyEnrol, tokenHash: hashOfToken(token), ...lifetime });
    await served.workedAt(operator.id, deskId);
    transaction.audit({ act: 'session.opened', actor: { kind: 'operator', operatorId: operator.id }, requestId, deskId, details: { sessionId: id, means, expiresAt: expiresAt.toISOString() } });
    const caller = await sessions.signedInBy(token, now);
    if (!caller) throw new Error('a session was opened for somebody who may not have one');
    transaction.notify({ to: 'people', bodyId: caller.desk.bodyId });
    return accept({ token, caller });
  }
}

/** A browser has one session: the pages that still show the earlier one are told. */
async function endEarlier(transaction: Transaction, requestId: string, earlier: SignedInOperator): Promise<void> {
  const { sessionId, desk } = earlier;
  await transaction.repository(SessionRepository).end(sessionId);
  const details = { sessionId, because: 'signed-in-anew' };
  transaction.audit({ act: 'session.closed', actor: actorOf(earlier), requestId, deskId: desk.id, details });
  transaction.notify({ to: 'session', sessionId });
}
