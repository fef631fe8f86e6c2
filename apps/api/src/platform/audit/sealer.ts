// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { headOf } from '@sportello/seal';
import type { Subscription } from 'rxjs';
import { UnitOfWork } from '../database/unit-of-work';
import { Closing } from '../events/closing';
import { NoticeListener } from '../events/notice-listener';
import { Keys } from '../keys/keys';
import { Log, faultOf } from '../logging/log';
import { type LogName, LOG_NAMES } from './act-outcomes';
import { ChainRepository } from './chain.repository';
import { faultOfChain } from './judge-chain';
import { LogHeads } from './log-heads';
import { RowsWritten } from './rows-written';
import { type Sealing, sealLog } from './seal-log';

/** The rows of a second are one block. */
const SEAL_AFTER_MS = 1_000;
/** Finds what a copy left that died before it sealed, and what commands wrote. */
const SWEEP_MS = 30_000;

type StopReason = Extract<Sealing, { readonly kind: 'stopped' }>['because'];

/**
 * Seals the committed rows of the log, a second after the first of them: the copy of the API that wrote rows sets its own timer, and a slow sweep finds what nobody
 * set one for. One copy seals at a time. Whatever goes wrong here holds up no act: rows wait, and are in a later block.
 */
@Injectable()
export class Sealer implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;
  private sweep: NodeJS.Timeout | undefined;
  private subscriptions: Subscription[] = [];
  private installation: string | undefined;
  private isClosed = false;
  private readonly stops = new Map<LogName, StopReason>();

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly heads: LogHeads,
    private readonly keys: Keys,
    private readonly notices: NoticeListener,
    private readonly closing: Closing,
    private readonly log: Log,
    private readonly rowsWritten: RowsWritten,
  ) {}

  onApplicationBootstrap(): void {
    this.subscriptions = [
      this.rowsWritten.committed.subscribe(() => this.setTimer()),
      this.notices.logHeads().subscribe((head) => this.heads.note(head)),
      this.notices.reconnected().subscribe(() => this.beginAnew()),
    ];
    this.sweep = setInterval(() => this.setTimer(), SWEEP_MS).unref();
    this.setTimer();
  }

  onApplicationShutdown(): void {
    this.isClosed = true;
    for (const subscription of this.subscriptions) subscription.unsubscribe();
    clearTimeout(this.timer);
    clearInterval(this.sweep);
  }

  /** Why a log is not sealed any more, until a person has looked at it; nothing while all is well. */
  stopped(): ReadonlyMap<LogName, StopReason> {
    return this.stops;
  }

  /** Seals what waits now. Answers false when another copy was at it, or the database did not answer: then it is tried again. */
  async run(): Promise<boolean> {
    try {
      this.installation ??= await this.begin();
      for (const log of await this.unitOfWork.read((transaction) => transaction.repository(ChainRepository).waiting())) {
        if (!(await this.sealAll(log, this.installation))) return false;
      }
      return true;
    } catch (error) {
      this.log.warn('the log was not sealed', { fault: faultOf(error) });
      return false;
    }
  }

  /** The heads, and whether the chains end as they have to: told at once, and not when the first row waits. */
  private begin(): Promise<string> {
    return this.unitOfWork.read(async (transaction) => {
      const chain = transaction.repository(ChainRepository);
      for (const log of LOG_NAMES) {
        const newest = await chain.newest(log, null);
        const because = faultOfChain(newest, undefined);
        if (because) this.note(log, { kind: 'stopped', because });
        else if (newest[0]) this.heads.note(headOf(newest[0].header));
      }
      return chain.installation();
    });
  }

  /** Heads of other copies may have been missed. */
  private beginAnew(): void {
    this.installation = undefined;
    this.setTimer();
  }

  private async sealAll(log: LogName, installation: string): Promise<boolean> {
    for (let hasMore = true; hasMore && !this.isClosed && !this.isStoppedForGood(log); ) {
      const sealing = await this.unitOfWork.run(async (transaction) => {
        if (!(await transaction.repository(ChainRepository).takeTurn())) return undefined;
        const done = await sealLog(transaction, { log, installation, keys: this.keys.audit, seen: this.heads.of(log) });
        if (done.kind === 'sealed') transaction.notify({ to: 'log', head: done.head });
        return done;
      });
      if (!sealing) return false;
      this.note(log, sealing);
      hasMore = sealing.kind === 'sealed' && sealing.hasMore;
    }
    return true;
  }

  /** A key may be brought, and another copy may have it; a chain that does not hold is not gone on with. */
  private isStoppedForGood(log: LogName): boolean {
    const reason = this.stops.get(log);
    return reason !== undefined && reason !== 'key-missing';
  }

  private note(log: LogName, sealing: Sealing): void {
    if (sealing.kind === 'sealed') {
      this.heads.note(sealing.head);
      if (this.stops.delete(log)) this.log.info('the log is sealed again', { log });
      return;
    }
    if (this.stops.get(log) !== sealing.because) this.log.error('THE LOG IS NOT SEALED ANY MORE: export and verify it before anything else', { log, because: sealing.because });
    this.stops.set(log, sealing.because);
  }

  private setTimer(): void {
    if (this.timer !== undefined || this.isClosed) return;
    this.timer = setTimeout(() => {
      this.timer = undefined;
      this.closing.waitFor(this.run().then((isDone) => (isDone ? undefined : this.setTimer())));
    }, SEAL_AFTER_MS).unref();
  }
}
