// SPDX-License-Identifier: AGPL-3.0-or-later
import type { PrinterCondition } from '@sportello/contracts';
import type { Clock } from '../time/clock';
import type { DocumentPrinter } from './document-printer';

export interface PrinterWatchOptions {
  readonly printer: Pick<DocumentPrinter, 'ask'>;
  readonly clock: Clock;
  readonly onChange: () => void;
  /** Between two questions to a printer that was not ready; a ready one is left alone. */
  readonly recheckMs?: number | undefined;
}

/** How a printer is, as far as anybody asked: at the start and after each job, and again from time to time only while it is not ready. */
export class PrinterWatch {
  private readonly stopping = new AbortController();
  private known: PrinterCondition = 'unknown';
  private recheck: AbortController | undefined;

  constructor(private readonly options: PrinterWatchOptions) {}

  get condition(): PrinterCondition {
    return this.known;
  }

  async ask(): Promise<void> {
    this.note(await this.options.printer.ask());
  }

  /** What was learned while printing. */
  note(condition: PrinterCondition): void {
    if (this.stopping.signal.aborted) return;
    const isNews = condition !== this.known;
    this.known = condition;
    this.recheck?.abort();
    this.recheck = condition === 'ready' ? undefined : this.scheduleRecheck();
    if (isNews) this.options.onChange();
  }

  stop(): void {
    this.stopping.abort();
    this.recheck?.abort();
  }

  private scheduleRecheck(): AbortController {
    const { clock, recheckMs = 5_000 } = this.options;
    const recheck = new AbortController();
    void clock.sleep(recheckMs, recheck.signal).then(() => {
      if (!recheck.signal.aborted) void this.ask();
    });
    return recheck;
  }
}
