// SPDX-License-Identifier: AGPL-3.0-or-later

/** At most so many in so long a time, sliding. */
export class Limit {
  private times: number[] = [];

  constructor(
    private readonly most: number,
    private readonly windowMs: number,
    earlier: readonly Date[] = [],
  ) {
    this.times = earlier.map((at) => at.getTime());
  }

  isReached(now: Date): boolean {
    this.times = this.times.filter((at) => at > now.getTime() - this.windowMs);
    return this.times.length >= this.most;
  }

  count(now: Date): void {
    this.times.push(now.getTime());
  }
}

const MINUTE_MS = 60_000;
export const DAY_MS = 24 * 60 * MINUTE_MS;
const MOST_REQUESTS = 30;
const MOST_WRONG_APPROVALS = 5;
const MOST_STRANGERS = 20;

/** How much the vault lets be asked of it: re-wraps are rare, and whoever guesses approvals is slowed down for each name alone. */
export class Limits {
  readonly requests = new Limit(MOST_REQUESTS, 10 * MINUTE_MS);
  readonly rewraps: Limit;
  /** Callers whom the vault does not know, as far as its log tells of each: else anybody could make it grow until nothing else is done in time. */
  readonly strangers = new Limit(MOST_STRANGERS, 10 * MINUTE_MS);
  private readonly wrong = new Map<string, Limit>();

  /** @param earlier re-wraps of the last day, which a new start does not forget. */
  constructor(rewrapsPerDay: number, earlier: readonly Date[]) {
    this.rewraps = new Limit(rewrapsPerDay, DAY_MS, earlier);
  }

  isLocked(person: string, now: Date): boolean {
    return this.wrong.get(person)?.isReached(now) ?? false;
  }

  countWrong(person: string, now: Date): void {
    const limit = this.wrong.get(person) ?? new Limit(MOST_WRONG_APPROVALS, 60 * MINUTE_MS);
    limit.count(now);
    this.wrong.set(person, limit);
    this.forgetSome(now);
  }

  /** Names come from outside: the map does not grow with them. */
  private forgetSome(now: Date): void {
    for (const [person, limit] of this.wrong) if (this.wrong.size > 1_000 && !limit.isReached(now)) this.wrong.delete(person);
  }
}
