// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Settings } from '../../config/settings';
import { UnitOfWork } from '../database/unit-of-work';
import { Log, faultOf } from '../logging/log';
import { Randomness } from '../ports/randomness';
import { askAuthority, type TimeStampAuthority } from './ask-authority';
import type { LogName } from './act-outcomes';
import { type Checkpoint, CheckpointRepository } from './checkpoint.repository';

const TICK_MS = 60_000;
const HOUR_MS = 3_600_000;

export type Stamping = { readonly kind: 'not-stamped' } | { readonly kind: 'stamped'; readonly late: readonly LogName[] };

/** Has the newest block of each log stamped by an authority, now and then. No act and no block waits for it: what is due is written down first, asked outside of any transaction, and kept once it was judged. */
@Injectable()
export class Checkpoints implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;
  private isRunning = false;
  private late = '';

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly settings: Settings,
    private readonly randomness: Randomness,
    private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    if (this.settings.timeStamps) this.timer = setInterval(() => void this.run(), TICK_MS).unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  /** Whether the log is stamped at all, and which logs have waited too long. */
  async stamping(): Promise<Stamping> {
    const authority = this.settings.timeStamps;
    if (!authority) return { kind: 'not-stamped' };
    const late = await this.unitOfWork.read((transaction) => transaction.repository(CheckpointRepository).late(transaction.now, authority.intervalHours * HOUR_MS));
    return { kind: 'stamped', late };
  }

  async run(): Promise<void> {
    const authority = this.settings.timeStamps;
    if (!authority || this.isRunning) return;
    this.isRunning = true;
    try {
      await this.unitOfWork.run((transaction) => transaction.repository(CheckpointRepository).askWhereDue(transaction.now, authority.intervalHours * HOUR_MS));
      for (let next = await this.take(); next; next = await this.take()) await this.stamp(next, authority);
      await this.tellLate();
    } catch (error) {
      this.log.warn('the log was not stamped', { fault: faultOf(error) });
    } finally {
      this.isRunning = false;
    }
  }

  private take(): Promise<Checkpoint | undefined> {
    return this.unitOfWork.run((transaction) => transaction.repository(CheckpointRepository).take(transaction.now));
  }

  private async stamp(checkpoint: Checkpoint, authority: TimeStampAuthority): Promise<void> {
    const { log, number, hash } = checkpoint;
    const answer = await askAuthority(authority, { hash, nonce: this.randomness.bytes(8) });
    if (answer.kind !== 'stamped') {
      this.log.warn('the authority did not stamp the log', { log, block: number, because: answer.kind });
      return;
    }
    await this.unitOfWork.run((transaction) => transaction.repository(CheckpointRepository).keep(checkpoint, answer.token, answer.stampedAt));
    this.log.info('the log is stamped', { log, block: number });
  }

  /** Said once, until it is otherwise. */
  private async tellLate(): Promise<void> {
    const stamping = await this.stamping();
    const late = stamping.kind === 'stamped' ? stamping.late.join(', ') : '';
    if (late !== '' && late !== this.late) this.log.error('THE LOG HAS NOT BEEN STAMPED FOR TWO INTERVALS: look at the time-stamping authority', { logs: late });
    this.late = late;
  }
}
