// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import type { SessionView } from '@sportello/contracts';
import { type Outcome, accept, refuse } from '@sportello/domain';
import { keyedMac } from '@sportello/seal';
import type { SignedInOperator } from '../../platform/access/caller';
import type { OperatorRow } from '../../platform/database/rows/operator-row';
import type { Transaction } from '../../platform/database/transaction';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { Keys } from '../../platform/keys/keys';
import { SlowHash } from '../../platform/passwords/slow-hash';
import { Randomness } from '../../platform/ports/randomness';
import type { Refusal } from '../../platform/problems/refusal';
import { SessionRepository } from '../../platform/sessions/session.repository';
import { hashOfToken } from '../../platform/sessions/session-token';
import { ShowSession } from './show-session';
import { SignInRepository } from './sign-in.repository';
import { secondsToWait } from './sign-in-throttle';

/** A working day; whoever stays longer signs in again. */
const SESSION_SECONDS = 10 * 60 * 60;
const TOKEN_BYTES = 32;

/** The hash of bytes that nobody kept: an unknown name takes as long as a known one. */
export const NOBODYS_HASH = '$2b$12$SVRYWk8oM9z4z3foeAeVUOIXFO4MS4oI.5WLAUzol6GQvjqUgGAnS';

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
    private readonly unitOfWork: UnitOfWork,
    private readonly slowHash: SlowHash,
    private readonly keys: Keys,
    private readonly randomness: Randomness,
    private readonly showSession: ShowSession,
  ) {}

  async run(attempt: SignInAttempt): Promise<Outcome<OpenedSession, Refusal>> {
    const username = attempt.username.trim().toLowerCase();
    const macs = { accountMac: this.mac('account', username), sourceMac: this.mac('source', attempt.source) };
    const found = await this.unitOfWork.run(async (transaction) => {
      const signIns = transaction.repository(SignInRepository);
      await signIns.holdSource(macs.sourceMac);
      const seconds = secondsToWait(await signIns.recentAttempts(macs.accountMac, macs.sourceMac, transaction.now), transaction.now);
      if (seconds > 0) return { kind: 'wait', seconds } as const;
      const attemptId = transaction.newId();
      await signIns.noteAttempt({ id: attemptId, ...macs, at: transaction.now });
      return { kind: 'try', attemptId, operator: await signIns.operatorNamed(username) } as const;
    });
    if (found.kind === 'wait') return refuse({ kind: 'too-many-attempts', details: { retryAfterSeconds: found.seconds } });

    // No transaction is open while the slow hash runs.
    const isRight = await this.slowHash.matches(attempt.password, found.operator?.passwordHash ?? NOBODYS_HASH);
    if (typeof isRight !== 'boolean') {
      await this.unitOfWork.run((transaction) => transaction.repository(SignInRepository).takeBackAttempt(found.attemptId));
      return refuse({ kind: 'overloaded' });
    }
    const operator = isRight && found.operator?.disabledAt === null ? found.operator : undefined;
    const token = Buffer.from(this.randomness.bytes(TOKEN_BYTES)).toString('base64url');
    const caller = await this.unitOfWork.run((transaction) => this.conclude(transaction, attempt, found.attemptId, operator, token));
    if (!caller) return refuse({ kind: 'sign-in-failed' });
    return accept({ token, lifetimeSeconds: SESSION_SECONDS, view: await this.showSession.run(caller) });
  }

  private async conclude(transaction: Transaction, attempt: SignInAttempt, attemptId: string, operator: OperatorRow | undefined, token: string) {
    const { now } = transaction;
    if (operator) await transaction.repository(SignInRepository).noteSuccess(attemptId);
    else {
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

  private mac(label: 'account' | 'source', text: string): Buffer {
    return Buffer.from(keyedMac({ key: this.keys.lookup, label: `sign-in-${label}`, parts: [text] }));
  }
}
