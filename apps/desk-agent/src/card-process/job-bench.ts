// SPDX-License-Identifier: AGPL-3.0-or-later
import type { JobReport, PrintEnvelopeJob, WriteCardJob } from '@sportello/contracts';
import { errorFields } from '../log/error-fields';
import type { Logger } from '../log/logger';
import { closingReport } from '../jobs/closing-report';
import type { CardStay } from './card-stay';
import type { ParentLink } from './parent-link';
import type { JobBench } from './serve-card';

/** A job for the card, as the parent hands it over. */
export type CardJobOrder =
  | { readonly type: 'print-envelope'; readonly job: PrintEnvelopeJob }
  | { readonly type: 'write-card'; readonly job: WriteCardJob };

export interface RunningJob {
  /** Aborts when the lease is lost. */
  readonly abandoned: AbortSignal;
  /** To be called when the job goes on without the card. */
  readonly leaveCard: () => void;
}

export interface CardJobBenchOptions {
  readonly parent: ParentLink;
  readonly log: Logger;
  readonly perform: (order: CardJobOrder, stay: CardStay, running: RunningJob) => Promise<JobReport>;
  /** The connection broke and the card is still there: nothing that was read counts any longer. */
  readonly onConnectionLost: () => void;
}

/** After these the card is read again from the start, as if it had been put in anew: that is what begins the next write. */
const beginsAnew: ReadonlySet<Extract<JobReport, { type: 'interrupted' }>['reason']> = new Set(['outcome-unknown', 'link-lost']);

/** The card's jobs, one after the other; each ends in exactly one closing report. One that goes on without the card does not keep the next one waiting. */
export class CardJobBench implements JobBench {
  private readonly waiting: CardJobOrder[] = [];
  private readonly unfinished = new Set<Promise<void>>();
  /** Undefined: not read yet; null: not usable, or gone. */
  private stay: CardStay | null | undefined;
  private whyNot: 'card-removed' | 'wrong-card' = 'card-removed';
  private onCard: { readonly jobId: string; readonly abandon: AbortController; readonly left: Promise<void> } | undefined;

  constructor(private readonly options: CardJobBenchOptions) {}

  take(order: CardJobOrder): void {
    this.waiting.push(order);
    this.proceed();
  }

  abandon(jobId: string): void {
    if (this.onCard?.jobId === jobId) this.onCard.abandon.abort();
  }

  begin(stay: CardStay | null): void {
    this.stay = stay;
    if (stay === null) this.whyNot = 'wrong-card';
    this.proceed();
  }

  async leaveCard(): Promise<void> {
    this.stay = null;
    this.whyNot = 'card-removed';
    await this.onCard?.left;
    this.proceed();
  }

  /** Resolves when the last job is over. */
  async finish(): Promise<void> {
    await Promise.all(this.unfinished);
  }

  private proceed(): void {
    if (this.onCard || this.stay === undefined) return;
    const order = this.waiting.shift();
    if (order === undefined) return;
    if (this.stay === null) {
      this.report(order, closingReport(order.job, { reason: this.whyNot, wasSubmitted: false }));
      this.proceed();
      return;
    }
    this.start(order, this.stay);
  }

  private start(order: CardJobOrder, stay: CardStay): void {
    const abandon = new AbortController();
    let leaveCard = (): void => undefined;
    const left = new Promise<void>((resolve) => {
      leaveCard = () => {
        this.onCard = undefined;
        resolve();
        this.proceed();
      };
    });
    this.onCard = { jobId: order.job.jobId, abandon, left };
    const done = this.run(order, stay, { abandoned: abandon.signal, leaveCard });
    this.unfinished.add(done);
    void done.then(() => this.unfinished.delete(done));
  }

  private async run(order: CardJobOrder, stay: CardStay, { abandoned, leaveCard }: RunningJob): Promise<void> {
    let hasLeft = false;
    const leaveOnce = (): void => {
      if (!hasLeft) leaveCard();
      hasLeft = true;
    };
    const report = await this.outcomeOf(order, () => this.options.perform(order, stay, { abandoned, leaveCard: leaveOnce }), () => hasLeft);
    // The report first: a reset that hangs or fails must not take the chip's signature with it.
    this.report(order, report);
    if (order.type === 'write-card') await this.reset(order, stay);
    leaveOnce();
    if (report.type === 'interrupted' && beginsAnew.has(report.reason)) this.options.onConnectionLost();
    if (stay.isMute) this.options.parent.tell({ type: 'mute' });
  }

  private async outcomeOf(order: CardJobOrder, perform: () => Promise<JobReport>, wasSubmitted: () => boolean): Promise<JobReport> {
    try {
      return await perform();
    } catch (error) {
      this.options.log.error('a job failed in an unforeseen way', { jobId: order.job.jobId, job: order.type, ...errorFields(error) });
      return closingReport(order.job, { reason: 'station-interrupted', wasSubmitted: wasSubmitted() });
    }
  }

  /** No verified PIN is left in the card, and what was read in this connection counts no longer. */
  private async reset({ job }: CardJobOrder, stay: CardStay): Promise<void> {
    try {
      await stay.release();
    } catch (error) {
      this.options.log.error('the card could not be let go', { jobId: job.jobId, ...errorFields(error) });
    }
  }

  private report({ job }: CardJobOrder, report: JobReport): void {
    this.options.parent.tell({ type: 'report', jobId: job.jobId, report });
  }
}
