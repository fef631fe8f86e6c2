// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import type { LogStateView } from '@sportello/contracts';
import type { SignedInOperator } from '../../platform/access/caller';
import { type LogName, LOG_NAMES } from '../../platform/audit/act-outcomes';
import { ChainRepository } from '../../platform/audit/chain.repository';
import { Sealer } from '../../platform/audit/sealer';
import type { Transaction } from '../../platform/database/transaction';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { LogChoicesRepository } from './log-choices.repository';
import { logReachOf } from './log-reach';

const MOST_COUNTED = 10_000;

/** How the logs stand, from the blocks themselves, and by what the reader may choose rows. */
@Injectable()
export class ShowState {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly sealer: Sealer,
  ) {}

  run(caller: SignedInOperator): Promise<LogStateView> {
    return this.unitOfWork.read(async (transaction) => {
      const logs: LogStateView['logs'] = [];
      for (const log of LOG_NAMES) logs.push(await this.stateOf(transaction, log));
      return { logs, ...(await transaction.repository(LogChoicesRepository).of(logReachOf(caller))) };
    });
  }

  private async stateOf(transaction: Transaction, log: LogName): Promise<LogStateView['logs'][number]> {
    const chain = transaction.repository(ChainRepository);
    const [newest] = await chain.newest(log, null);
    const waiting = await chain.countUnsealed(log, MOST_COUNTED);
    return {
      log,
      newest: newest ? { number: newest.header.number, sealedAt: newest.header.sealedAt, keyId: newest.header.keyId } : null,
      waiting,
      stopped: this.sealer.stopped().get(log) ?? null,
    };
  }
}
