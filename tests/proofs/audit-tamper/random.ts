// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHash } from 'node:crypto';

/** Numbers that the seed decides: a run can be run again. */
export class SeededRandom {
  private state: Buffer;
  private used = 0;

  constructor(seed: string) {
    this.state = createHash('sha256').update(seed).digest();
  }

  /** From 0 to below `limit`. */
  below(limit: number): number {
    if (this.used + 4 > this.state.length) {
      this.state = createHash('sha256').update(this.state).digest();
      this.used = 0;
    }
    const drawn = this.state.readUInt32BE(this.used);
    this.used += 4;
    return drawn % limit;
  }

  /** @throws RangeError for an empty list. */
  of<Item>(items: readonly Item[]): Item {
    const item = items[this.below(items.length)];
    if (item === undefined) throw new RangeError('nothing to draw from');
    return item;
  }
}
