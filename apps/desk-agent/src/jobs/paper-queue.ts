// SPDX-License-Identifier: AGPL-3.0-or-later
import type { JobReport, PrintPaperJob } from '@sportello/contracts';
import { errorFields } from '../log/error-fields';
import type { Logger } from '../log/logger';
import { closingReport } from './closing-report';
import { printPaper, type PrintPaperPorts } from './print-paper';

export interface PaperQueueOptions {
  readonly printer: PrintPaperPorts['printer'];
  readonly render: PrintPaperPorts['render'];
  readonly onReport: (job: PrintPaperJob, report: JobReport) => Promise<void>;
  readonly wasSubmitted: (jobId: string) => boolean;
  readonly log: Logger;
}

/** The papers of this station, printed one after the other. */
export class PaperQueue {
  private tail: Promise<void> = Promise.resolve();

  constructor(private readonly options: PaperQueueOptions) {}

  take(job: PrintPaperJob): void {
    this.tail = this.tail.then(async () => this.options.onReport(job, await this.print(job)));
  }

  /** Resolves when the last one is printed, or not. */
  finish(): Promise<void> {
    return this.tail;
  }

  private async print(job: PrintPaperJob): Promise<JobReport> {
    const { printer, render, onReport, wasSubmitted, log } = this.options;
    try {
      // A busy printer may be offered the paper more than once; the API hears of it once.
      const submitted = async (): Promise<void> => (wasSubmitted(job.jobId) ? undefined : onReport(job, { type: 'submitted' }));
      return await printPaper(job, { printer, render, submitted });
    } catch (error) {
      log.error('a paper failed in an unforeseen way', { jobId: job.jobId, ...errorFields(error) });
      return closingReport(job, { reason: 'station-interrupted', wasSubmitted: wasSubmitted(job.jobId) });
    }
  }
}
