// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import { CRL_REASONS, REVOCATION_SERVICE_LEVELS, type RevocationState } from '@sportello/domain';
import { Settings } from '../../config/settings';
import { type RevocationAnswer, RevocationAuthority, type RevocationRequest } from '../authority/revocation-authority';
import { CertificateStatus } from '../authority/status/certificate-status';
import type { Transaction } from '../database/transaction';
import { UnitOfWork } from '../database/unit-of-work';
import { Randomness } from '../ports/randomness';
import { moveOf } from './move-request';
import { type Answered, nextStep } from './next-step';
import { requestFacts, requestNumber } from './request-facts';
import { type OnItsWay, RevocationWayRepository } from './revocation-way.repository';
import { isSeen } from './seen';

/** Longer than an authority is waited for: after it, whoever took a request has died. */
const TURN_MS = 30_000;
/** Where nobody can be sent to, a supervisor takes over when the request is late. */
const NOBODY_MS = REVOCATION_SERVICE_LEVELS.verified.lateMinutes * 60_000;
const HOUR_MS = 3_600_000;
/** In these a request has gone out, and its answer is looked at. */
const GONE_OUT: readonly RevocationState[] = ['transmitted', 'waiting', 'silent'];

/** One request to the authority: taken and written down first, asked outside of any transaction, and its answer kept. Whoever dies in between leaves it to be asked again under the same transaction. */
@Injectable()
export class Transmit {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly authority: RevocationAuthority,
    private readonly status: CertificateStatus,
    private readonly randomness: Randomness,
    private readonly settings: Settings,
  ) {}

  /** How long after it is due a request is taken. */
  get graceMs(): number {
    return this.authority.kind === 'none' ? NOBODY_MS : 0;
  }

  /** Some that are due; each is in this copy's hands for its turn. */
  take(most: number): Promise<readonly OnItsWay[]> {
    const { kind } = this.authority;
    const isSent = kind !== 'none';
    return this.unitOfWork.run(async (transaction) => {
      const { now } = transaction;
      const way = transaction.repository(RevocationWayRepository);
      const times = { now, dueAt: new Date(now.getTime() - this.graceMs), until: new Date(now.getTime() + TURN_MS) };
      const taken = await way.takeToTry(times, most, isSent ? kind : null);
      const leaving = taken.filter(({ state }) => state === 'verified' || state === 'refused-by-authority');
      await way.move(leaving.map(({ requestId, state }) => ({ ...moveOf(transaction, requestId, state, 'transmitted'), isSent })), now);
      for (const request of leaving) {
        if (isSent) transaction.audit({ act: 'revocation.transmitted', ...requestFacts(request), details: { number: requestNumber(request), authority: kind, tries: request.tries } });
        transaction.notify({ to: 'revocations', requestId: request.requestId });
      }
      return taken.map((request) => (leaving.includes(request) ? { ...request, state: 'transmitted', sentAt: request.sentAt } : request));
    });
  }

  /** Answers whether there was an answer at all. */
  async send(request: OnItsWay): Promise<'answered' | 'silence'> {
    const asked = requestOf(request);
    const answer = await (request.ticket === null ? this.authority.revoke(asked) : this.authority.poll(asked, request.ticket));
    const believed = await this.unlessSeen(request, answer);
    await this.unitOfWork.run((transaction) => this.keep(transaction, request, believed));
    return answer.kind === 'silence' ? 'silence' : 'answered';
  }

  /** Nobody is troubled with a certificate that is revoked already: before a supervisor is, the authority's list is looked at. */
  private async unlessSeen(request: OnItsWay, answer: RevocationAnswer): Promise<RevocationAnswer> {
    const step = this.step(request, answer, new Date(request.sentAt));
    return answer;
  }

  private async keep(transaction: Transaction, taken: OnItsWay, answer: RevocationAnswer): Promise<void> {
    const { now } = transaction;
    const way = transaction.repository(RevocationWayRepository);
    const request = await way.held(taken.attemptId);
  }
}
