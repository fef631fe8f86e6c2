// SPDX-License-Identifier: AGPL-3.0-or-later
import type { LogHead, LogName } from '@sportello/contracts';

/** Some three years of the newest head of each day, of two logs. */
const MOST_HEADS = 2_000;
/** One copy of the API may be behind another for a moment; a log that goes back stays behind. */
const MAY_LAG_MS = 60_000;

export interface Contradiction {
  readonly held: LogHead;
  readonly told: LogHead;
}

interface Held {
  readonly head: LogHead;
  /** Null: it was there when the station started, and stays. */
  readonly day: string | null;
}

/** The heads of the log that the station holds: the newest, and of each day (and each start) before the last one that it saw. Nothing that was told later takes one away. */
export class HeldHeads {
  private held: readonly Held[];
  private readonly behindSince = new Map<LogName, number>();

  constructor(heads: readonly LogHead[]) {
    this.held = heads.map((head) => ({ head, day: null }));
  }

  /** In the order in which they were seen. */
  all(): readonly LogHead[] {
    return this.held.map(({ head }) => head);
  }

  newest(log: LogName): LogHead | undefined {
    return this.held.findLast(({ head }) => head.log === log)?.head;
  }

  /** The one of the same log that was seen before it, of those that are still held. */
  before(head: LogHead): LogHead | undefined {
    return this.held.findLast((one) => one.head.log === head.log && one.head.number < head.number)?.head;
  }

  /** What the API says of a log now: kept when it is newer, answered with what speaks against it. */
  take(told: LogHead, now: Date): Contradiction | undefined {
    const newest = this.newest(told.log);
    const same = this.held.find(({ head }) => head.log === told.log && head.number === told.number)?.head;
    if (same && !isSame(same, told)) return { held: same, told };
    if (newest && newest.installation !== told.installation) return { held: newest, told };
    if (newest && told.number < newest.number) return this.isBehindForLong(told.log, now) ? { held: newest, told } : undefined;
    this.behindSince.delete(told.log);
    if (!same) this.keep(told, now.toISOString().slice(0, 10));
    return undefined;
  }

  private isBehindForLong(log: LogName, now: Date): boolean {
    const since = this.behindSince.get(log) ?? now.getTime();
    this.behindSince.set(log, since);
    return now.getTime() - since >= MAY_LAG_MS;
  }

  private keep(head: LogHead, day: string): void {
    const others = this.held.filter((one) => !(one.head.log === head.log && one.day === day));
    this.held = [...others, { head, day }].slice(-MOST_HEADS);
  }
}

function isSame(one: LogHead, other: LogHead): boolean {
  return one.installation === other.installation && one.hash === other.hash && one.rows === other.rows;
}
