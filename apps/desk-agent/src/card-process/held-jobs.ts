// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Clock } from '../time/clock';

export interface HeldJobsOptions<Job> {
  readonly clock: Clock;
  readonly settleMs: number;
  /** No card came in time. */
  readonly onGiveUp: (job: Job) => void;
}

/** Jobs for a card that is not in the reader, or not yet again: it may be on its way, or its process just starting. They wait for a moment, all together. */
export class HeldJobs<Job> {
  private held: readonly Job[] = [];
  private settling: AbortController | undefined;

  constructor(private readonly options: HeldJobsOptions<Job>) {}

  hold(job: Job): void {
    this.held = [...this.held, job];
    this.settling ??= this.settle();
  }

  /** A card is there: the jobs are held no longer. */
  release(): readonly Job[] {
    const { held } = this;
    this.held = [];
    this.settling?.abort();
    this.settling = undefined;
    return held;
  }

  private settle(): AbortController {
    const settling = new AbortController();
    const { clock, settleMs, onGiveUp } = this.options;
    void clock.sleep(settleMs, settling.signal).then(() => {
      if (!settling.signal.aborted) this.release().forEach(onGiveUp);
    });
    return settling;
  }
}
