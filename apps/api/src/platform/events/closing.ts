// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { ReplaySubject } from 'rxjs';

/** Open streams would keep a server from closing: they end when it begins to, and what they still have to write down is waited for. */
@Injectable()
export class Closing implements BeforeApplicationShutdown {
  readonly begun = new ReplaySubject<void>(1);
  private readonly unfinished = new Set<Promise<void>>();

  /** The database stays open until this is done. */
  waitFor(work: Promise<void>): void {
    this.unfinished.add(work);
    void work.finally(() => this.unfinished.delete(work));
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.begun.next();
    await Promise.all(this.unfinished);
  }
}
