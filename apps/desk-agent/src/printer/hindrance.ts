// SPDX-License-Identifier: AGPL-3.0-or-later
import type { PrinterCondition } from '@sportello/contracts';
import type { Clock } from '../time/clock';
import { canPrint } from './printer-condition';

/** Between two questions whether a document that waits for its printer is wanted at all. */
const askAgainMs = 2_000;

export interface HindranceOptions {
  readonly clock: Clock;
  readonly patienceMs: number;
  /** Whether what waits is still wanted: it may be called off meanwhile, and must not come out of a tray that somebody fills then. */
  readonly isStillWanted?: () => Promise<boolean>;
}

/** How long a job is left to a printer that cannot go on. */
export class Hindrance {
  private readonly giveUp = new AbortController();
  private cleared: AbortController | undefined;

  constructor(private readonly options: HindranceOptions) {}

  /** Aborts when waiting is no use any longer. */
  get givenUp(): AbortSignal {
    return this.giveUp.signal;
  }

  /** @param hasBegun whether the printer has begun with the job: a page may be half printed. */
  note(condition: PrinterCondition, { hasBegun }: { readonly hasBegun: boolean }): void {
    // The sheet is spoiled by a jam, or by a door opened in the middle of its page: a printer that prints the page again would put it on the sheet with the next number.
    if (condition === 'media-jam' || (condition === 'door-open' && hasBegun)) this.giveUp.abort();
    if (canPrint(condition)) this.end();
    else this.cleared ??= this.begin();
  }

  end(): void {
    this.cleared?.abort();
    this.cleared = undefined;
  }

  /** Somebody may be closing the door, or filling the tray. */
  private begin(): AbortController {
    const { clock, patienceMs } = this.options;
    const cleared = new AbortController();
    void clock.sleep(patienceMs, cleared.signal).then(() => {
      if (!cleared.signal.aborted) this.giveUp.abort();
    });
    void this.giveUpWhenUnwanted(cleared.signal);
    return cleared;
  }

  private async giveUpWhenUnwanted(cleared: AbortSignal): Promise<void> {
    const { clock, isStillWanted } = this.options;
    if (!isStillWanted) return;
    do {
      await clock.sleep(askAgainMs, cleared);
      if (cleared.aborted) return;
    } while (await isStillWanted());
    this.giveUp.abort();
  }
}
