// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import { OutboxWork } from '../database/outbox-work';
import type { Attempt, NextDue } from './attempt.repository';
import { LateRevocations } from './late-revocations';
import { RequestNumbers } from './request-numbers';
import { Transmit } from './transmit';
import { WatchCertificate } from './watch-certificate';

/** What goes to the authority, and what is looked at there. */
export type Sort = 'try' | 'look';

/** What the outbox asks of the database: what is due for how many hands, in one transaction, and when there is more. */
@Injectable()
export class OutboxRound {
  constructor(
    private readonly work: OutboxWork,
    private readonly transmit: Transmit,
    private readonly watch: WatchCertificate,
    private readonly late: LateRevocations,
    private readonly numbers: RequestNumbers,
  ) {}

  async take(most: Readonly<Record<Sort, number>>): Promise<Readonly<Record<Sort, readonly Attempt[]>>> {
    await this.numbers.keepStock();
    if (most.try === 0 && most.look === 0) return { try: [], look: [] };
    return this.work.run(async (transaction) => ({
      try: most.try === 0 ? [] : await this.transmit.take(transaction, most.try),
      look: most.look === 0 ? [] : await this.watch.take(transaction, most.look),
    }));
  }

  /** When the next of each is due; those that are late by now are told. */
  async nextDue(now: Date): Promise<NextDue> {
    const due = await this.late.nextDue();
    if (due.lateAt === null || due.lateAt > now) return due;
    await this.late.tell();
    return this.late.nextDue();
  }
}
