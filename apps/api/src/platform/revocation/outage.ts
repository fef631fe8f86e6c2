// SPDX-License-Identifier: AGPL-3.0-or-later
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 30_000;

/** While the authority does not answer, one request at a time asks whether it does again, ever more seldom: all others wait with their own state, and not in its queue. */
export class Outage {
  private tries = 0;
  private silentAt = -Infinity;
  /** When the first was asked whom nobody answered; null: all is well. */
  since: Date | null = null;
  /** Milliseconds of the clock. */
  until = -Infinity;

  get isOn(): boolean {
    return this.tries > 0;
  }

  /** Nobody answered what was asked then; answers whether that is news. What was asked at once with others that were not answered says no more than they did. */
  silence(askedAt: Date, now: Date): boolean {
    if (this.isOn && askedAt.getTime() < this.silentAt) return false;
    this.since ??= askedAt;
    this.silentAt = now.getTime();
    this.until = now.getTime() + Math.min(FIRST_PAUSE_MS * 2 ** this.tries, LONGEST_PAUSE_MS);
    this.tries += 1;
    return this.tries === 1;
  }

  /** Answers since when it was silent, when that is news. */
  answer(): Date | null {
    const { since } = this;
    this.tries = 0;
    this.since = null;
    this.until = -Infinity;
    return since;
  }
}
