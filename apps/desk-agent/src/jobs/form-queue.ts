// SPDX-License-Identifier: AGPL-3.0-or-later
import type { JobReport, PrintFormJob } from '@sportello/contracts';
import { errorFields } from '../log/error-fields';
import type { Logger } from '../log/logger';
import { closingReport } from './closing-report';
import { printForm, type PrintFormPorts } from './print-form';

export interface FormQueueOptions {
  readonly printer: PrintFormPorts['printer'];
  readonly render: PrintFormPorts['render'];
  readonly onReport: (job: PrintFormJob, report: JobReport) => Promise<void>;
  readonly wasSubmitted: (jobId: string) => boolean;
  readonly log: Logger;
}

/** The forms of this station, printed one after the other. */
export class FormQueue {
  private tail: Promise<void> = Promise.resolve();

  constructor(private readonly options: FormQueueOptions) {}

  take(job: PrintFormJob): void {
    this.tail = this.tail.then(async () => this.options.onReport(job, await this.print(job)));
  }

  /** Resolves when the last one is printed, or not. */
  finish(): Promise<void> {
    return this.tail;
  }

  private async print(job: PrintFormJob): Promise<JobReport> {
    const { printer, render, onReport, wasSubmitted, log } = this.options;
    try {
      // A busy printer may be offered the form more than once; the API hears of it once.
      const submitted = async (): Promise<void> => (wasSubmitted(job.jobId) ? undefined : onReport(job, { type: 'submitted' }));
      return await printForm(job, { printer, render, submitted });
    } catch (error) {
      log.error('a form failed in an unforeseen way', { jobId: job.jobId, ...errorFields(error) });
      return closingReport(job, { reason: 'station-interrupted', wasSubmitted: wasSubmitted(job.jobId) });
    }
  }
}
