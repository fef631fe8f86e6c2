// SPDX-License-Identifier: AGPL-3.0-or-later
import type { PrinterCondition } from '@sportello/contracts';
import { createIppClient, type IppClient, type JobStatus, type PrintFault } from '@sportello/ipp';
import type { PrinterSettings } from '../config/settings';
import type { Logger } from '../log/logger';
import type { Clock } from '../time/clock';
import { Hindrance } from './hindrance';
import { canPrint, conditionHere, conditionOf, conditionOfAnswer } from './printer-condition';

export interface PrintOrder {
  readonly document: Uint8Array;
  /** Shown on the printer's panel: a number, never a person. */
  readonly jobName: string;
  /** Binding: a printer that cannot do it refuses. An envelope is one sheet, a form's two copies are two. Left out: as the printer likes. */
  readonly sides?: 'one-sided' | 'two-sided-long-edge';
  /** Asked when the connection stands and no byte has left, and again each time that a busy printer is offered the document; false keeps it here. */
  readonly onBeforeFirstByte: () => Promise<boolean>;
}

/** `mayHaveComeOut`: bytes have left, and a sheet may lie in the tray. */
export interface NotPrinted {
  readonly kind: 'not-printed';
  readonly condition: PrinterCondition;
  readonly mayHaveComeOut: boolean;
}

export type PrintOutcome = { readonly kind: 'printed' } | NotPrinted;

/** The printer has the whole document: here it is not needed any longer. */
export interface TakenDocument {
  readonly kind: 'taken';
  /**
   * Follows it until the printer is done with it. What did not come out is called back, so that it does not come out later.
   *
   * @param isStillWanted asked from time to time while the printer cannot go on; what is no longer wanted is called back at once
   */
  follow(isStillWanted?: () => Promise<boolean>): Promise<PrintOutcome>;
}

/** One printer of the station, as its jobs use it. */
export interface DocumentPrinter {
  /** How it is. */
  ask(): Promise<PrinterCondition>;
  /** What keeps it from printing, if anything does. */
  obstacle(): Promise<PrinterCondition | undefined>;
  print(order: PrintOrder): Promise<TakenDocument | NotPrinted>;
}

export interface DocumentPrinterOptions {
  readonly printer: PrinterSettings;
  readonly clock: Clock;
  readonly log: Logger;
  /** Told how the printer is while it prints. */
  readonly onCondition?: (condition: PrinterCondition) => void;
  readonly patience?: PrintPatience;
}

/** Milliseconds. */
export interface PrintPatience {
  /** For a printer that prints something else and takes one job at a time. */
  readonly busyMs: number;
  /** For somebody to close the door or fill the tray. */
  readonly hinderedMs: number;
  /** For the whole job. */
  readonly jobMs: number;
}

const usualPatience: PrintPatience = { busyMs: 30_000, hinderedMs: 45_000, jobMs: 180_000 };
const busyPauseMs = 1_000;
/** The printer's log names the program, not the person at the desk. */
const requestingUser = 'sportello';

export function createDocumentPrinter(options: DocumentPrinterOptions): DocumentPrinter {
  const { uri, certificatePin } = options.printer;
  const client = createIppClient({ uri, ...(certificatePin === null ? {} : { certificatePin }) });
  return new IppDocumentPrinter(client, options);
}

class NotSent extends Error {
  override readonly name = 'NotSent';
}

class IppDocumentPrinter implements DocumentPrinter {
  private readonly patience: PrintPatience;
  private known: PrinterCondition | undefined;

  constructor(
    private readonly client: IppClient,
    private readonly options: DocumentPrinterOptions,
  ) {
    this.patience = options.patience ?? usualPatience;
  }

  async ask(): Promise<PrinterCondition> {
    const answer = await this.client.getPrinterAttributes();
    const condition = conditionHere(answer, this.options.printer);
    if (condition !== this.known) this.logRefusal(condition, answer.kind === 'printer' ? answer.queueSigns : []);
    this.known = condition;
    return condition;
  }

  async obstacle(): Promise<PrinterCondition | undefined> {
    const condition = await this.ask();
    return canPrint(condition) ? undefined : condition;
  }

  async print(order: PrintOrder): Promise<TakenDocument | NotPrinted> {
    try {
      const sent = await this.send(order);
      return sent.kind === 'job' ? { kind: 'taken', follow: (isStillWanted) => this.follow(sent, isStillWanted) } : await this.notTaken(sent);
    } catch (error) {
      if (error instanceof NotSent) return { kind: 'not-printed', condition: 'ready', mayHaveComeOut: false };
      throw error;
    }
  }

  /** A printer that says "busy" has not taken the document: it is offered again. */
  private async send({ document, jobName, sides, onBeforeFirstByte }: PrintOrder): Promise<JobStatus | PrintFault> {
    const { clock } = this.options;
    const deadline = clock.elapsed() + this.patience.busyMs;
    for (;;) {
      const sent = await this.client.printJob({
        document,
        jobName,
        requestingUser,
        format: 'application/pdf',
        ...(sides && { sides }),
        onBeforeFirstByte: async () => {
          if (!(await onBeforeFirstByte())) throw new NotSent();
        },
      });
      const isBusy = sent.kind === 'busy' && sent.document === 'refused';
      if (!isBusy || clock.elapsed() >= deadline) return sent;
      await clock.sleep(busyPauseMs);
    }
  }

  private async follow(job: JobStatus, isStillWanted?: () => Promise<boolean>): Promise<PrintOutcome> {
    const hindrance = new Hindrance({ clock: this.options.clock, patienceMs: this.patience.hinderedMs, ...(isStillWanted && { isStillWanted }) });
    const end = await this.client.waitForJob(job.jobId, {
      giveUpAfterMs: this.patience.jobMs,
      signal: hindrance.givenUp,
      onProgress: ({ job: heard, conditions }) => {
        const { state } = heard ?? job;
        hindrance.note(conditionOf(conditions), { hasBegun: state !== 'pending' && state !== 'pending-held' });
        this.options.onCondition?.(conditionOf(conditions));
      },
    });
    hindrance.end();
    const condition = await this.ask();
    const isCompleted = end.kind === 'not-finished' ? await this.callBack(job) : end.kind === 'job' && end.state === 'completed';
    return isCompleted ? { kind: 'printed' } : { kind: 'not-printed', condition, mayHaveComeOut: true };
  }

  /** Whether the printer was quicker, and the job is completed after all. */
  private async callBack({ jobId }: JobStatus): Promise<boolean> {
    const cancelled = await this.client.cancelJob(jobId, requestingUser);
    if (cancelled.kind !== 'not-possible') return false;
    const job = await this.client.getJobAttributes(jobId);
    return job.kind === 'job' && job.state === 'completed';
  }

  /** What only an administrator can mend is for the log, too. */
  private logRefusal(condition: PrinterCondition, queueSigns: readonly string[]): void {
    const { log, printer } = this.options;
    if (condition === 'certificate-changed') log.error('the printer shows a certificate that is not the expected one: nothing is printed there', { printer: printer.uri });
    if (condition === 'spools-to-disk') {
      log.error('no envelope is printed there: it is a queue that keeps what it prints on a disk, or does not say that it is a printer', { printer: printer.uri, toldBy: queueSigns.join(', ') });
    }
  }

  private async notTaken(fault: PrintFault): Promise<NotPrinted> {
    this.options.log.warn('the printer did not take a document', { fault: fault.kind, document: fault.document });
    const told = await this.ask();
    return { kind: 'not-printed', condition: canPrint(told) ? conditionOfAnswer(fault) : told, mayHaveComeOut: fault.document === 'maybe-taken' };
  }
}
