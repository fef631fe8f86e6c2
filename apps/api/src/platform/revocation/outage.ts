// SPDX-License-Identifier: AGPL-3.0-or-later
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 30_000;

/** While the authority does not answer, one request at a time asks whether it does again, ever more seldom: all others wait with their own state, and not in its queue. */
export class Outage {
  private tries = 0;
  /** Milliseconds of the clock. */
  until = -Infinity;

  get isOn(): boolean {
    return this.tries > 0;
  }

  /** Answers whether that is news. */
  silence(now: Date): boolean {
    this.until = now.getTime() + Math.min(FIRST_PAUSE_MS * 2 ** this.tries, LONGEST_PAUSE_MS);
    this.tries += 1;
    return this.tries === 1;
  }

  /** Answers whether that is news. */
  answer(): boolean {
    const wasOn = this.isOn;
    this.tries = 0;
    this.until = -Infinity;
    return wasOn;
  }
}
