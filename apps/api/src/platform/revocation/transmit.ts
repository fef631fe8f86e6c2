// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import { CRL_REASONS, REVOCATION_SERVICE_LEVELS, type RevocationState } from '@sportello/domain';
import { Settings } from '../../config/settings';
import { type RevocationAnswer, RevocationAuthority, type RevocationRequest } from '../authority/revocation-authority';
import { CertificateStatus } from '../authority/status/certificate-status';
import type { Transaction } from '../database/transaction';
import { UnitOfWork } from '../database/unit-of-work';
import { Clock } from '../ports/clock';
import { Randomness } from '../ports/randomness';
import { type Attempt, AttemptRepository } from './attempt.repository';
import { leadTo } from './lead-to';
import { type Answered, nextStep } from './next-step';
import { RevocationRepository } from './revocation.repository';
import { isSeen } from './is-seen';
import { TURN_MS } from './turn';

/** Where there is nobody to send to, a supervisor takes over once the request is late. */
const NOBODY_MS = REVOCATION_SERVICE_LEVELS.verified.lateMinutes * 60_000;
const HOUR_MS = 3_600_000;
/** In these an answer is waited for; in any other somebody has taken the request in hand meanwhile. */
const GONE_OUT: readonly RevocationState[] = ['transmitted', 'waiting', 'silent'];

/**
 * Requests to the authority: taken and written down as sent, asked outside of any transaction, and the answer kept. Whoever dies in between leaves a request that is asked
 * again, under the same transaction, when its turn is over.
 */
@Injectable()
export class Transmit {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly authority: RevocationAuthority,
    private readonly status: CertificateStatus,
    private readonly settings: Settings,
    private readonly clock: Clock,
    private readonly randomness: Randomness,
  ) {}

  get kind(): RevocationAuthority['kind'] {
    return this.authority.kind;
  }

  /** So long after it is due a request is taken. */
  get graceMs(): number {
    return this.authority.kind === 'none' ? NOBODY_MS : 0;
  }

  take(most: number): Promise<readonly Attempt[]> {
    const { kind } = this.authority;
    return this.unitOfWork.run(async (transaction) => {
      const { now } = transaction;
      const turn = { now, dueAt: new Date(now.getTime() - this.graceMs), until: new Date(now.getTime() + TURN_MS) };
      const taken = await transaction.repository(AttemptRepository).takeToTry(turn, most, kind === 'none' ? null : kind);
      for (const { requestId, state, tries } of taken) {
        if (state !== 'verified' && state !== 'refused-by-authority') continue;
        const request = await transaction.repository(RevocationRepository).held(requestId);
        if (request) await leadTo(transaction, request, ['transmitted'], { authority: kind, tries }, kind === 'none' ? { transmittedAt: null } : {});
      }
      return taken;
    });
  }

  async send(attempt: Attempt): Promise<'answered' | 'silence'> {
    const request = requestOf(attempt);
    const answer = await (attempt.ticket === null ? this.authority.revoke(request) : this.authority.poll(request, attempt.ticket));
    const seen = await this.isSeenAlready(attempt, answer);
    await this.unitOfWork.run((transaction) => this.keep(transaction, attempt, seen ? { kind: 'already-revoked' } : answer));
    return answer.kind === 'silence' ? 'silence' : 'answered';
  }

  /** `since`: when the first was asked that nobody answered. */
  wakeSilent(since: Date): Promise<void> {
    return this.unitOfWork.run((transaction) => transaction.repository(AttemptRepository).wakeSilent(since, transaction.now, TURN_MS));
  }

  /** Before a supervisor is troubled, the authority's list is looked at: an acceptance may have got lost. */
  private async isSeenAlready(attempt: Attempt, answer: RevocationAnswer): Promise<boolean> {
    if (this.step(attempt, answer, this.clock.now()).next.kind !== 'supervisor') return false;
    return isSeen(attempt.act, await this.status.statusOf(certificateOf(attempt), { isFresh: true, isThorough: attempt.act !== 'reactivation' }));
  }

  private async keep(transaction: Transaction, { id, requestId, tries }: Attempt, answer: RevocationAnswer): Promise<void> {
    const request = await transaction.repository(RevocationRepository).held(requestId);
    const attempts = transaction.repository(AttemptRepository);
    const attempt = await attempts.held(id);
    if (!request || !attempt || !GONE_OUT.includes(attempt.state)) return;
    const isDone = answer.kind === 'accepted' || answer.kind === 'already-revoked';
    // Somebody else has asked again meanwhile: that a certificate is revoked is true whoever heard it, but nothing else is news.
    if (attempt.tries !== tries && !isDone) return;
    const { next, ...step } = this.step(attempt, answer, transaction.now);
    await attempts.keep(id, {
      ...step,
      nextTryAt: next.kind === 'try' ? next.at : null,
      nextLookAt: next.kind === 'look' ? next.at : null,
      deadAt: next.kind === 'supervisor' ? transaction.now : null,
    });
    await leadTo(transaction, request, step.states, { answer: step.answer, tries: attempt.tries });
  }

  private step(attempt: Attempt, answer: RevocationAnswer, now: Date): Answered {
    const { kind } = this.authority;
    const state = attempt.state === 'verified' || attempt.state === 'refused-by-authority' ? 'transmitted' : attempt.state;
    return nextStep({ ...attempt, state }, answer, {
      now,
      giveUpMs: kind === 'none' ? 0 : this.settings.revocationGiveUpHours * HOUR_MS,
      chance: (this.randomness.bytes(1)[0] ?? 0) / 255,
    });
  }
}

export function certificateOf({ certificateIssuer, certificateSerial }: Attempt): RevocationRequest['certificate'] {
  return { issuer: certificateIssuer, serial: certificateSerial };
}

function requestOf(attempt: Attempt): RevocationRequest {
  return { certificate: certificateOf(attempt), reason: CRL_REASONS[attempt.crlReason], transactionId: attempt.transactionId, at: attempt.askedAt };
}
