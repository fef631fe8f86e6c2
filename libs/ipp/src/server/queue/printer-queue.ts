// SPDX-License-Identifier: AGPL-3.0-or-later
import type { PrinterState } from '../../codec/states';
import type { IppQueue, IppQueueOptions, IppQueueSnapshot, PrintedDocument, QueueCondition } from '../server';
import { hinders, reasonOf } from './hindrances';
import { isOver, type QueueJob, type QueueTicket } from './queue-job';

export type QueueSurroundings = {
  readonly onDocument: (printed: PrintedDocument) => void;
  readonly onChange: (queue: IppQueueSnapshot) => void;
  readonly sheetsOf: (document: Uint8Array) => number;
  readonly sheetMs: number;
  readonly now: () => Date;
};

/** Finished jobs that the printer still remembers. */
const rememberedJobs = 100;

/** A printer with one tray: takes jobs in order, a sheet at a time, and stops where something hinders it. */
export class PrinterQueue implements IppQueue {
  readonly startedAt: Date;
  readonly #jobs = new Map<number, QueueJob>();
  readonly #conditions = new Set<QueueCondition>();
  #mediaSheets: number;
  #sheetsCompleted = 0;
  #lastJobId = 0;
  /** The sheet that is on its way through the printer. */
  #sheetUnderWay: NodeJS.Timeout | undefined;

  constructor(
    readonly options: IppQueueOptions,
    private readonly around: QueueSurroundings,
  ) {
    this.startedAt = around.now();
    this.#mediaSheets = options.mediaSheets ?? Infinity;
  }

  inject(condition: QueueCondition): void {
    this.#conditions.add(condition);
    if (condition === 'media-jam' && this.#sheetUnderWay !== undefined) this.#mediaSheets -= 1;
    this.#goOn();
  }

  clear(condition: QueueCondition): void {
    this.#conditions.delete(condition);
    this.#goOn();
  }

  loadSheets(count: number): void {
    this.#mediaSheets += count;
    this.clear('media-empty');
  }

  snapshot(): IppQueueSnapshot {
    return {
      path: this.options.path,
      name: this.options.name,
      conditions: this.conditions,
      state: this.state,
      mediaSheets: this.#mediaSheets,
      sheetsCompleted: this.#sheetsCompleted,
      jobs: this.jobs.map(({ id, jobName, state }) => ({ jobId: id, jobName, state })),
    };
  }

  get conditions(): readonly QueueCondition[] {
    const isEmpty = this.#mediaSheets <= 0 && !this.#conditions.has('media-empty');
    return isEmpty ? [...this.#conditions, 'media-empty'] : [...this.#conditions];
  }

  get state(): PrinterState {
    if (this.conditions.some(hinders)) return 'stopped';
    return this.#current === undefined ? 'idle' : 'processing';
  }

  get stateReasons(): readonly string[] {
    return this.conditions.map(reasonOf).filter((reason) => reason !== null);
  }

  get now(): Date {
    return this.around.now();
  }

  /** Oldest first. */
  get jobs(): readonly QueueJob[] {
    return [...this.#jobs.values()];
  }

  job(id: number): QueueJob | undefined {
    return this.#jobs.get(id);
  }

  /** Takes a job whose document is still to come. */
  open(ticket: QueueTicket): QueueJob {
    this.#lastJobId += 1;
    return this.#keep({
      ...ticket,
      id: this.#lastJobId,
      format: '',
      document: null,
      state: 'pending-held',
      stateReasons: ['job-incoming'],
      sheets: 0,
      sheetsPrinted: 0,
      sheetsOut: 0,
      createdAt: this.now,
      processingAt: null,
      completedAt: null,
    });
  }

  /** Gives an open job its document; it is printed as soon as it is its turn. */
  submit(job: QueueJob, format: string, document: Uint8Array): QueueJob {
    const sheets = this.around.sheetsOf(document) * job.copies;
    this.#keep({ ...job, format, document, sheets, state: 'pending', stateReasons: [] });
    this.#goOn();
    return this.#jobs.get(job.id) ?? job;
  }

  cancel(job: QueueJob): void {
    this.#end(job, 'canceled', 'job-canceled-by-user');
    if (job.state === 'processing') this.#takeBackSheet();
    this.#goOn();
  }

  /** Stops for good: nothing moves any more, documents are forgotten. */
  dispose(): void {
    this.#takeBackSheet();
    this.#jobs.clear();
  }

  get #current(): QueueJob | undefined {
    return this.jobs.find(({ state }) => state === 'processing' || state === 'processing-stopped');
  }

  /** Brings jobs and paper in line with the conditions, after anything changed. */
  #goOn(): void {
    const job = this.#current ?? this.jobs.find(({ state }) => state === 'pending');
    const isHindered = this.conditions.some(hinders);
    if (job !== undefined) {
      const processingAt = job.processingAt ?? this.now;
      if (isHindered) this.#keep({ ...job, state: 'processing-stopped', stateReasons: ['printer-stopped'], processingAt });
      else this.#keep({ ...job, state: 'processing', stateReasons: ['job-printing'], processingAt });
    }
    if (job === undefined || isHindered) this.#takeBackSheet();
    else this.#sheetUnderWay ??= setTimeout(() => this.#sheetArrives(), this.around.sheetMs);
    this.around.onChange(this.snapshot());
  }

  #sheetArrives(): void {
    this.#sheetUnderWay = undefined;
    const job = this.#current;
    if (job === undefined) return;
    const comesOut = !this.#conditions.has('nothing-comes-out');
    if (comesOut) {
      this.#mediaSheets -= 1;
      this.#sheetsCompleted += 1;
    }
    const printed = this.#keep({ ...job, sheetsPrinted: job.sheetsPrinted + 1, sheetsOut: job.sheetsOut + (comesOut ? 1 : 0) });
    if (printed.sheetsPrinted === printed.sheets) this.#complete(printed);
    this.#goOn();
  }

  #complete(job: QueueJob): void {
    this.#end(job, 'completed', 'job-completed-successfully');
    const { id: jobId, jobName, format, copies, sheets, document } = job;
    if (document !== null && job.sheetsOut === sheets) this.around.onDocument({ queue: this.options.path, jobId, jobName, format, copies, sheets, document });
  }

  #end(job: QueueJob, state: 'canceled' | 'completed', reason: string): void {
    this.#keep({ ...job, document: null, state, stateReasons: [reason], completedAt: this.now });
    const finished = this.jobs.filter(isOver);
    for (const { id } of finished.slice(0, Math.max(0, finished.length - rememberedJobs))) this.#jobs.delete(id);
  }

  #takeBackSheet(): void {
    clearTimeout(this.#sheetUnderWay);
    this.#sheetUnderWay = undefined;
  }

  #keep(job: QueueJob): QueueJob {
    this.#jobs.set(job.id, job);
    return job;
  }
}
