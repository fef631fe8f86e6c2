// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CardStay } from './card-stay';
import type { JobBench } from './serve-card';

/** For a card that is only looked at: once it is recognised other programs may have it (the operator may sign in with it), and there are no jobs. */
export class OnlookersBench implements JobBench {
  private leaving: Promise<void> = Promise.resolve();

  begin(stay: CardStay | null): void {
    // A reader that does not let go is left to the next process: nothing on this card was changed.
    this.leaving = stay?.release().catch(() => undefined) ?? this.leaving;
  }

  leaveCard(): Promise<void> {
    return this.leaving;
  }

  async finish(): Promise<void> {
    await this.leaving;
  }

  take(): void {
    throw new Error('a job for a card that is only looked at');
  }

  abandon(): void {
    // There is nothing to abandon.
  }
}
