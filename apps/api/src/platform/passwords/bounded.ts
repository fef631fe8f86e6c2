// SPDX-License-Identifier: AGPL-3.0-or-later
/** Runs at most `width` tasks at once and lets at most `queue` others wait; more than that are turned away rather than let everything crawl. */
export class Bounded {
  private running = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(
    private readonly width: number,
    private readonly queue: number,
  ) {}

  /** The task's result, or undefined when there was no room to wait. */
  async run<Result>(task: () => Promise<Result>): Promise<Result | undefined> {
    if (this.running >= this.width) {
      if (this.waiting.length >= this.queue) return undefined;
      await new Promise<void>((resolve) => this.waiting.push(resolve));
    } else {
      this.running += 1;
    }
    try {
      return await task();
    } finally {
      const next = this.waiting.shift();
      // The place passes on without becoming free in between.
      if (next) next();
      else this.running -= 1;
    }
  }
}
