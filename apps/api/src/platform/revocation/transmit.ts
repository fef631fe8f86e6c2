// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import { CRL_REASONS, REVOCATION_SERVICE_LEVELS, type RevocationState } from '@sportello/domain';
import { Settings } from '../../config/settings';
import { type RevocationAnswer, RevocationAuthority, type RevocationRequest } from '../authority/revocation-authority';
import { CertificateStatus } from '../authority/status/certificate-status';
import type { Transaction } from '../database/transaction';
import { OutboxWork } from '../database/outbox-work';
import { Clock } from '../ports/clock';
import { Randomness } from '../ports/randomness';
import { type Attempt, AttemptRepository } from './attempt.repository';
import { KeepTogether } from './keep-together';
import { type Keeper, keepSoon } from './keep-soon';
import { leadAll } from './lead-all';
import { type Answered, nextStep } from './next-step';
import { RevocationRepository } from './revocation.repository';
import { isSeen } from './is-seen';
import { TURN_MS } from './turn';

/** Where there is nobody to send to, a supervisor takes over once the request is late. */
const NOBODY_MS = REVOCATION_SERVICE_LEVELS.verified.lateMinutes * 60_000;
const HOUR_MS = 3_600_000;
/** In these an answer is waited for; in any other somebody has taken the request in hand meanwhile. */
const GONE_OUT: readonly RevocationState[] = ['transmitted', 'waiting', 'silent'];

/** What the authority answered to a try. */
type Heard = Attempt & { readonly heard: RevocationAnswer };

/**
 * Requests to the authority: taken and written down as sent, asked outside of any transaction, and the answer kept. Whoever dies in between leaves a request that is asked
 * again, under the same transaction, when its turn is over.
 */
@Injectable()
export class Transmit {
  private readonly kept = new KeepTogether<Heard>((all) => this.work.run((transaction) => this.keepAll(transaction, all)));

  constructor(
    private readonly work: OutboxWork,
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

  async take(transaction: Transaction, most: number): Promise<readonly Attempt[]> {
    const { kind } = this.authority;
    const { now } = transaction;
    const turn = { now, dueAt: new Date(now.getTime() - this.graceMs), until: new Date(now.getTime() + TURN_MS) };
    const taken = await transaction.repository(AttemptRepository).takeToTry(turn, most, kind === 'none' ? null : kind);
    const goingOut = new Map(taken.flatMap(({ requestId, state, tries }) => (state === 'verified' || state === 'refused-by-authority' ? [[requestId, tries]] : [])));
    if (goingOut.size === 0) return taken;
    const requests = await transaction.repository(RevocationRepository).heldAll([...goingOut.keys()]);
    const changes = kind === 'none' ? { changes: { transmittedAt: null } } : {};
    await leadAll(transaction, requests.map((row) => ({ row, states: ['transmitted'], details: { authority: kind, tries: goingOut.get(row.id) ?? 1 }, ...changes })));
    return taken;
  }

  async send(attempt: Attempt, keeper: Keeper): Promise<'answered' | 'silence'> {
    const request = requestOf(attempt);
    const answer = await (attempt.ticket === null ? this.authority.revoke(request) : this.authority.poll(request, attempt.ticket));
    const seen = await this.isSeenAlready(attempt, answer);
    const turnEnds = (attempt.lastTryAt ?? this.clock.now()).getTime() + TURN_MS;
    const heard = { ...attempt, heard: seen ? ({ kind: 'already-revoked' } as const) : answer };
    await keepSoon(() => this.kept.keep(heard), { ...keeper, mayGoOn: () => keeper.mayGoOn() && this.clock.now().getTime() < turnEnds });
    return answer.kind === 'silence' ? 'silence' : 'answered';
  }

  /** `since`: when the first was asked that nobody answered. */
  wakeSilent(since: Date): Promise<void> {
    return this.work.run((transaction) => transaction.repository(AttemptRepository).wakeSilent(since, transaction.now, TURN_MS));
  }

  /** Before a supervisor is troubled, the authority's list is looked at: an acceptance may have got lost. */
  private async isSeenAlready(attempt: Attempt, answer: RevocationAnswer): Promise<boolean> {
    if (this.step(attempt, answer, this.clock.now()).next.kind !== 'supervisor') return false;
    return isSeen(attempt.act, await this.status.statusOf(certificateOf(attempt), { isFresh: true, isThorough: attempt.act !== 'reactivation' }));
  }

  private async keepAll(transaction: Transaction, all: readonly Heard[]): Promise<void> {
    const attempts = transaction.repository(AttemptRepository);
    const requests = new Map((await transaction.repository(RevocationRepository).heldAll(all.map(({ requestId }) => requestId))).map((row) => [row.id, row]));
    const held = new Map((await attempts.heldAll(all.map(({ id }) => id))).map((attempt) => [attempt.id, attempt]));
    const news = all.flatMap(({ id, tries, heard }) => {
      const attempt = held.get(id);
      const row = attempt && requests.get(attempt.requestId);
      return row && isNews(attempt, tries, heard) ? [{ row, attempt, ...this.step(attempt, heard, transaction.now) }] : [];
    });
    if (news.length === 0) return;
    await attempts.keepAll(news.map(({ attempt: { id }, next, ...step }) => ({
      ...step,
      id,
      nextTryAt: next.kind === 'try' ? next.at : null,
      nextLookAt: next.kind === 'look' ? next.at : null,
      deadAt: next.kind === 'supervisor' ? transaction.now : null,
    })));
    await leadAll(transaction, news.map(({ row, states, answer, attempt: { tries } }) => ({ row, states, details: { answer, tries } })));
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

/** Somebody else may have asked again meanwhile, since `tries`: that a certificate is revoked is true whoever heard it, but nothing else is news. */
function isNews(attempt: Attempt, tries: number, { kind }: RevocationAnswer): boolean {
  return GONE_OUT.includes(attempt.state) && (attempt.tries === tries || kind === 'accepted' || kind === 'already-revoked');
}

export function certificateOf({ certificateIssuer, certificateSerial }: Attempt): RevocationRequest['certificate'] {
  return { issuer: certificateIssuer, serial: certificateSerial };
}

function requestOf(attempt: Attempt): RevocationRequest {
  return { certificate: certificateOf(attempt), reason: CRL_REASONS[attempt.crlReason], transactionId: attempt.transactionId, at: attempt.askedAt };
}
