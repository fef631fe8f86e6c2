// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import type { RowsWritten } from '../audit/rows-written';
import type { Clock } from '../ports/clock';
import type { Randomness } from '../ports/randomness';
import { UnitOfWork } from './unit-of-work';

/** One takes, and of each sort one keeps; one is for what is told besides. */
export const OUTBOX_CONNECTIONS = 4;

/** The same over connections of its own: what goes to the authority neither waits behind those who record requests, nor they behind it. */
@Injectable()
export class OutboxWork extends UnitOfWork implements OnApplicationShutdown {
  constructor(
    private readonly own: DataSource,
    clock: Clock,
    randomness: Randomness,
    rowsWritten: RowsWritten,
  ) {
    super(own, clock, randomness, rowsWritten);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.own.destroy();
  }
}
