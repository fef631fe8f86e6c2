// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Log } from '../../platform/logging/log';
import type { SelfCheckOutcome } from './card-finding';

/** What is counted: how it came out, a handshake that did not come about, somebody who came too often. */
export type Counted = SelfCheckOutcome | 'no-handshake' | 'turned-away';

/** All that is kept of those who looked: how many, and how it came out. */
export class SelfCheckCounts {
  private readonly counts = new Map<Counted, number>();

  constructor(private readonly log: Log) {}

  count(what: Counted): void {
    this.counts.set(what, (this.counts.get(what) ?? 0) + 1);
  }

  /** A line of the log, when there is something to tell; then it begins anew. */
  tell(): void {
    if (this.counts.size === 0) return;
    this.log.info('self-checks', Object.fromEntries(this.counts));
    this.counts.clear();
  }
}
