// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import type { RevocationState } from '@sportello/domain';
import { type CertificateStanding, CertificateStatus } from '../authority/status/certificate-status';
import type { Transaction } from '../database/transaction';
import { UnitOfWork } from '../database/unit-of-work';
import { type Attempt, AttemptRepository } from './attempt.repository';
import { confirmRevocation } from './confirm-revocation';
import { isSeen } from './is-seen';
import { INSTALLATION } from './lead-to';
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
    private readonly unitOfWork: UnitOfWork,
    private readonly status: CertificateStatus,
  ) {}

  take(most: number): Promise<readonly Attempt[]> {
    return this.unitOfWork.run((transaction) => {
      const { now } = transaction;
      return transaction.repository(AttemptRepository).takeToLook({ now, dueAt: now, until: new Date(now.getTime() + TURN_MS) }, most);
    });
  }

  async look(attempt: Attempt): Promise<void> {
    const standing = await this.status.statusOf(certificateOf(attempt), { isFresh: true, isThorough: attempt.act !== 'reactivation' && attempt.looks > QUICK_LOOKS });
    await this.unitOfWork.run((transaction) => this.keep(transaction, attempt, standing));
  }

  private async keep(transaction: Transaction, { id, requestId }: Attempt, standing: CertificateStanding): Promise<void> {
    const request = await transaction.repository(RevocationRepository).held(requestId);
    const attempts = transaction.repository(AttemptRepository);
    const attempt = await attempts.held(id);
    if (!attempt || !request || !WATCHED.includes(request.state)) return;
    if (isSeen(request.act, standing)) {
      await confirmRevocation(transaction, INSTALLATION, request, seenBy(standing));
      return;
    }
    const isNobodyAsked = standing.kind === 'not-checked' && standing.why === 'not-configured';
    await attempts.lookAgain(id, new Date(transaction.now.getTime() + (isNobodyAsked ? NOBODY_ASKED_MS : lookPauseMs(attempt.looks))));
  }
}

function seenBy(standing: CertificateStanding): Parameters<typeof confirmRevocation>[3] {
  if (standing.kind === 'not-checked') throw new Error('nothing was seen');
  return { by: standing.by ?? null, revokedAt: standing.kind === 'revoked' ? standing.at : null };
}
