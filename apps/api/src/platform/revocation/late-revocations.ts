// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import { requestNumberOf } from '@sportello/domain';
import { UnitOfWork } from '../database/unit-of-work';
import { Log } from '../logging/log';
import { AttemptRepository, type NextDue } from './attempt.repository';
import { INSTALLATION, leadTo } from './lead-to';
import { RevocationRepository } from './revocation.repository';

/** Requests that stand for longer than their state allows: told in the log of acts, in the program's own and to whoever reads requests, each once in its state. What was accepted and does not show is from then on a supervisor's. */
@Injectable()
export class LateRevocations {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly log: Log,
  ) {}

  nextDue(): Promise<NextDue> {
    return this.unitOfWork.read((transaction) => transaction.repository(AttemptRepository).nextDue());
  }

  troubles(): Promise<{ readonly late: number; readonly stuck: number }> {
    return this.unitOfWork.read((transaction) => transaction.repository(AttemptRepository).troubles(transaction.now));
  }

  async tell(): Promise<void> {
    const numbers = await this.unitOfWork.run(async (transaction) => {
      const late = await transaction.repository(AttemptRepository).newlyLate(transaction.now);
      const values: string[] = [];
      for (const { id, year, number, state, deskId } of late) {
        const value = requestNumberOf(number, year).value;
        transaction.audit({ act: 'revocation.late', ...INSTALLATION, subject: { kind: 'revocation', id }, ...(deskId !== null && { deskId }), details: { number: value, state } });
        transaction.notify({ to: 'revocations', requestId: id });
        const held = state === 'accepted' ? await transaction.repository(RevocationRepository).held(id) : undefined;
        if (held) await leadTo(transaction, held, ['awaiting-supervisor'], {});
        values.push(value);
      }
      return values;
    });
    if (numbers.length > 0) this.log.error('REQUESTS TO REVOKE A CERTIFICATE ARE LATE: look at the authority and at the list of requests', { requests: numbers.join(' ') });
  }
}
