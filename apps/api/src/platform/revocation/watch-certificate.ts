// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import type { RevocationState } from '@sportello/domain';
import { type CertificateStanding, CertificateStatus, notChecked } from '../authority/status/certificate-status';
import type { Transaction } from '../database/transaction';
import { OutboxWork } from '../database/outbox-work';
import { Clock } from '../ports/clock';
import { type Attempt, AttemptRepository } from './attempt.repository';
import { type Seen, confirmAll } from './confirm-revocation';
import { isSeen } from './is-seen';
import { type Keeper, keepSoon } from './keep-soon';
import { lookPauseMs } from './pauses';
import { RevocationRepository } from './revocation.repository';
import { certificateOf } from './transmit';
import { TURN_MS } from './turn';

/** Whoever can ask nobody looks whether that has changed. */
const NOBODY_ASKED_MS = 3_600_000;
/** What does not show in time is a supervisor's too, and may show while it waits. */
const WATCHED: readonly RevocationState[] = ['accepted', 'awaiting-supervisor'];

/** Until then the first way that knows is enough: a list takes longer to fetch than a responder to answer. */
const QUICK_LOOKS = 5;

/** After the authority accepted: its OCSP or list is looked at until it says so to everybody. */
@Injectable()
export class WatchCertificate {
  constructor(
    private readonly work: OutboxWork,
    private readonly status: CertificateStatus,
    private readonly clock: Clock,
  ) {}

  take(transaction: Transaction, most: number): Promise<readonly Attempt[]> {
    const { now } = transaction;
    return transaction.repository(AttemptRepository).takeToLook({ now, dueAt: now, until: new Date(now.getTime() + TURN_MS) }, most);
  }

  /** Several at once, as they were taken: a responder may know them all by one answer. */
  async look(taken: readonly Attempt[], keeper: Keeper): Promise<void> {
    const isThorough = (attempt: Attempt): boolean => attempt.act !== 'reactivation' && attempt.looks > QUICK_LOOKS;
    const standings = new Map<string, CertificateStanding>();
    for (const [isWhole, some] of [[false, taken.filter((attempt) => !isThorough(attempt))], [true, taken.filter(isThorough)]] as const) {
      const said = some.length === 0 ? [] : await this.status.statusesOf(some.map(certificateOf), { isFresh: true, isThorough: isWhole });
      for (const [index, { id }] of some.entries()) standings.set(id, said[index] ?? notChecked('silence'));
    }
    const turnEnds = this.clock.now().getTime() + TURN_MS;
    await keepSoon(() => this.work.run((transaction) => this.keepAll(transaction, taken, standings)), { ...keeper, mayGoOn: () => keeper.mayGoOn() && this.clock.now().getTime() < turnEnds });
  }

  private async keepAll(transaction: Transaction, taken: readonly Attempt[], standings: ReadonlyMap<string, CertificateStanding>): Promise<void> {
    const attempts = transaction.repository(AttemptRepository);
    const requests = new Map((await transaction.repository(RevocationRepository).heldAll(taken.map(({ requestId }) => requestId))).map((row) => [row.id, row]));
    const looked = (await attempts.heldAll(taken.map(({ id }) => id))).flatMap((attempt) => {
      const row = requests.get(attempt.requestId);
      return row && WATCHED.includes(row.state) ? [{ attempt, row, standing: standings.get(attempt.id) ?? notChecked('silence') }] : [];
    });
    const isOver = ({ row, standing }: (typeof looked)[number]): boolean => isSeen(row.act, standing);
    await confirmAll(transaction, looked.filter(isOver).map(({ row, standing }) => ({ row, seen: seenBy(standing) })));
    const left = looked.filter((each) => !isOver(each));
    if (left.length > 0) await attempts.lookAgain(left.map(({ attempt, standing }) => ({ id: attempt.id, at: new Date(transaction.now.getTime() + pauseAfter(standing, attempt.looks)) })));
  }
}

function pauseAfter(standing: CertificateStanding, looks: number): number {
  const isNobodyAsked = standing.kind === 'not-checked' && standing.why === 'not-configured';
  return isNobodyAsked ? NOBODY_ASKED_MS : lookPauseMs(looks);
}

function seenBy(standing: CertificateStanding): Seen {
  if (standing.kind === 'not-checked') throw new Error('nothing was seen');
  return { by: standing.by ?? null, revokedAt: standing.kind === 'revoked' ? standing.at : null };
}
