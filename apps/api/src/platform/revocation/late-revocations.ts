// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import { requestNumberOf } from '@sportello/domain';
import { OutboxWork } from '../database/outbox-work';
import { Log } from '../logging/log';
import { AttemptRepository, type NextDue } from './attempt.repository';
import { INSTALLATION, leadAll } from './lead-all';
import { RevocationRepository } from './revocation.repository';

/** Requests that stand for longer than their state allows: told in the log of acts, in the program's own and to whoever reads requests, each once in its state. What was accepted and does not show is from then on a supervisor's. */
@Injectable()
export class LateRevocations {
  constructor(
    private readonly work: OutboxWork,
    private readonly log: Log,
  ) {}

  nextDue(): Promise<NextDue> {
    return this.work.read((transaction) => transaction.repository(AttemptRepository).nextDue());
  }

  troubles(): Promise<{ readonly late: number; readonly stuck: number }> {
    return this.work.read((transaction) => transaction.repository(AttemptRepository).troubles(transaction.now));
  }

  async tell(): Promise<void> {
    const numbers = await this.work.run(async (transaction) => {
      const late = await transaction.repository(AttemptRepository).newlyLate(transaction.now);
      const values: string[] = [];
      for (const { id, year, number, state, deskId } of late) {
        const value = requestNumberOf(number, year).value;
        transaction.audit({ act: 'revocation.late', ...INSTALLATION, subject: { kind: 'revocation', id }, ...(deskId !== null && { deskId }), details: { number: value, state } });
        transaction.notify({ to: 'revocations', requestId: id });
        values.push(value);
      }
      const unseen = late.filter(({ state }) => state === 'accepted').map(({ id }) => id);
      const held = unseen.length === 0 ? [] : await transaction.repository(RevocationRepository).heldAll(unseen);
      await leadAll(transaction, held.map((row) => ({ row, states: ['awaiting-supervisor'], details: {} })));
      return values;
    });
    if (numbers.length > 0) this.log.error('REQUESTS TO REVOKE A CERTIFICATE ARE LATE: look at the authority and at the list of requests', { requests: numbers.join(' ') });
  }
}
