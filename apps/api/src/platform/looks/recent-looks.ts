// SPDX-License-Identifier: AGPL-3.0-or-later

/** Pages read again whenever something changes: within this time it is the same look. */
export const SAME_LOOK_MS = 5 * 60_000;
/** Of one copy of the API. The oldest are forgotten first: what is forgotten is told once more. */
const MOST_LOOKS = 10_000;

/** The looks that this copy of the API told of a moment ago. */
export class RecentLooks {
  /** When a look was told, in the order of telling. */
  private readonly told = new Map<string, number>();

  constructor(private readonly most = MOST_LOOKS) {}

  /** Whether the log tells of it already. The time counts from its row, so that a page that stays open is told of again and again. */
  has(look: string, now: Date): boolean {
    const at = this.told.get(look);
    return at !== undefined && now.getTime() >= at && now.getTime() - at < SAME_LOOK_MS;
  }

  /** Its row is written. */
  note(look: string, now: Date): void {
    this.told.delete(look);
    this.told.set(look, now.getTime());
    for (const [oldest] of this.told) {
      if (this.told.size <= this.most) break;
      this.told.delete(oldest);
    }
  }
}
