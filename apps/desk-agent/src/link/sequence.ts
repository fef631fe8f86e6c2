// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Journal } from '../journal/journal';

/** Numbers are taken from the journal by the hundred: a sync for each request would cost more than the request. */
const blockSize = 100;
/** The API has seen numbers that this journal does not know (it was restored from a copy): so far ahead the next ones are tried. */
const leap = 10_000;

/** The station's count of its requests. It only grows, over restarts too; numbers may be left out. */
export class Sequence {
  private last: number;
  private reserved: number;

  constructor(private readonly journal: Journal) {
    this.last = journal.record.sequence;
    this.reserved = this.last;
  }

  async next(): Promise<number> {
    if (this.last >= this.reserved) {
      const upTo = this.last + blockSize;
      await this.journal.write({ type: 'sequence', upTo });
      this.reserved = upTo;
    }
    this.last += 1;
    return this.last;
  }

  leap(): void {
    this.last += leap;
  }
}
