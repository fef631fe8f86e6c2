// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CardEvent, JobReport, PrintEnvelopeJob, PrinterCondition, ReaderCondition, WriteCardJob } from '@sportello/contracts';
import { assertNever } from '@sportello/domain';
import { closingReport, type ClosingReason, isClosing } from '../jobs/closing-report';
import type { Logger } from '../log/logger';
import { createBackOff } from '../time/back-off';
import type { Clock } from '../time/clock';
import { ChildHandle, type ChildProgram } from './child-handle';
import { HeldJobs } from './held-jobs';
import type { CardProcessSettings, Errand, ErrandAnswer, ToParent } from './messages';

export type CardJob = PrintEnvelopeJob | WriteCardJob;

/** What the slot tells, and asks of, the rest of the station. */
export interface CardSlotPorts {
  readonly onReader: (condition: ReaderCondition) => void;
  readonly onCardEvent: (event: CardEvent) => void;
  readonly onReport: (job: CardJob, report: JobReport) => void;
  readonly onPrinter: (condition: PrinterCondition) => void;
  readonly run: (errand: Errand) => Promise<ErrandAnswer>;
  /** Whether bytes of the job may have reached the printer. */
  readonly wasSubmitted: (jobId: string) => boolean;
}

export interface CardSlotOptions {
  readonly program: ChildProgram;
  readonly settings: CardProcessSettings;
  readonly ports: CardSlotPorts;
  readonly clock: Clock;
  readonly log: Logger;
  /** How long a job waits for a card that is expected and not (or not yet again) in the reader. */
  readonly settleMs?: number | undefined;
}

const usualSettleMs = 2_000;
const endPatienceMs = 5_000;

/** One card's process, from its start, before the card, to its end. */
interface Attendant {
  readonly handle: ChildHandle;
  insertionId: string | undefined;
  hasCardGone: boolean;
  readonly jobs: Map<string, CardJob>;
}

/** The reader's slot: there is always one process that waits for the next card or serves the present one; others may still be printing. */
export class CardSlot {
  private readonly attendants = new Set<Attendant>();
  private readonly restart = createBackOff({ firstMs: 500, longestMs: 30_000 });
  private readonly stopping = new AbortController();
  private readonly held: HeldJobs<CardJob>;
  private current: Attendant | undefined;

  constructor(private readonly options: CardSlotOptions) {
    const { clock, settleMs = usualSettleMs } = options;
    this.held = new HeldJobs({ clock, settleMs, onGiveUp: (job) => this.close(job, 'card-removed') });
  }

  start(): void {
    const { program, log, settings } = this.options;
    const handle = new ChildHandle({ program, log, onMessage: (message) => this.hear(attendant, message), onEnd: () => this.dismiss(attendant) });
    const attendant: Attendant = { handle, insertionId: undefined, hasCardGone: false, jobs: new Map() };
    this.attendants.add(attendant);
    this.current = attendant;
    handle.send({ type: 'start', settings });
    log.debug('a card\'s process waits', { pid: handle.pid, reader: settings.role });
  }

  /** Each job ends in exactly one closing report. */
  take(job: CardJob): void {
    if (this.current?.insertionId !== undefined && !this.current.hasCardGone) this.assign(this.current, job);
    else this.held.hold(job);
  }

  /** The lease of this job is lost. */
  abandon(jobId: string): void {
    for (const { handle, jobs } of this.attendants) if (jobs.has(jobId)) handle.send({ type: 'abandon', jobId });
  }

  /** Lets running jobs come to their end, for a while; then nothing is left behind. */
  async stop(patienceMs: number): Promise<void> {
    this.stopping.abort();
    // What waits for a card is told of, or comes again, at the next start.
    this.held.release();
    const over = new AbortController();
    const deadline = this.options.clock.sleep(patienceMs, over.signal).then(() => true);
    while ([...this.attendants].some(({ jobs }) => jobs.size > 0)) {
      if (await Promise.race([deadline, this.options.clock.sleep(50).then(() => false)])) break;
    }
    over.abort();
    const all = [...this.attendants];
    all.forEach(({ handle }) => handle.kill());
    await Promise.all(all.map(({ handle }) => handle.ended));
  }

  private assign(attendant: Attendant, job: CardJob): void {
    attendant.jobs.set(job.jobId, job);
    switch (job.type) {
      case 'print-envelope':
        attendant.handle.send({ type: 'print-envelope', job });
        return;
      case 'write-card':
        attendant.handle.send({ type: 'write-card', job });
        return;
      default:
        assertNever(job);
    }
  }

  private hear(attendant: Attendant, message: ToParent): void {
    const { ports } = this.options;
    switch (message.type) {
      case 'reader':
        if (attendant === this.current) ports.onReader(message.condition);
        return;
      case 'card':
        this.hearOfCard(attendant, message.event);
        return;
      case 'report':
        this.hearReport(attendant, message);
        return;
      case 'printer':
        ports.onPrinter(message.condition);
        return;
      case 'errand':
        void this.run(attendant, message.errandId, message.errand);
        return;
      case 'mute':
        this.options.log.error('the card does not answer: its process is ended', { reader: this.options.settings.role });
        attendant.handle.kill();
        return;
      case 'command':
      case 'command-ended':
        return;
      default:
        assertNever(message);
    }
  }

  private hearOfCard(attendant: Attendant, event: CardEvent): void {
    this.options.ports.onCardEvent(event);
    if (event.type === 'inserted') {
      attendant.insertionId = event.insertionId;
      this.held.release().forEach((job) => this.assign(attendant, job));
    }
    if (event.type === 'recognised') this.restart.reset();
    if (event.type === 'removed') {
      attendant.hasCardGone = true;
      this.expectEnd(attendant);
      if (attendant === this.current && !this.stopping.signal.aborted) this.start();
    }
  }

  private hearReport(attendant: Attendant, { jobId, report }: Extract<ToParent, { type: 'report' }>): void {
    const job = attendant.jobs.get(jobId);
    if (job === undefined) return;
    if (isClosing(report)) {
      attendant.jobs.delete(jobId);
      if (attendant.hasCardGone) this.expectEnd(attendant);
    }
    this.options.ports.onReport(job, report);
  }

  /** Without a card and without a job a process ends by itself; a native call may keep it from that. */
  private expectEnd(attendant: Attendant): void {
    void this.options.clock.sleep(endPatienceMs, this.stopping.signal).then(() => {
      if (attendant.jobs.size === 0) attendant.handle.kill();
    });
  }

  private async run(attendant: Attendant, errandId: number, errand: Errand): Promise<void> {
    attendant.handle.send({ type: 'answer', errandId, answer: await this.options.ports.run(errand) });
  }

  /** A process that ended on its own leaves nothing open; for one that was killed, or fell, the parent says what is to be said. */
  private dismiss(attendant: Attendant): void {
    const { clock, settings } = this.options;
    this.attendants.delete(attendant);
    for (const job of attendant.jobs.values()) this.close(job, 'station-interrupted');
    if (attendant.insertionId !== undefined && !attendant.hasCardGone) {
      this.options.ports.onCardEvent({ type: 'removed', reader: settings.role, insertionId: attendant.insertionId, at: clock.now().toISOString() });
    }
    if (attendant !== this.current || this.stopping.signal.aborted) return;
    this.current = undefined;
    // Until the next one says how it finds the reader.
    this.options.ports.onReader('restarting');
    void clock.sleep(this.restart.next(), this.stopping.signal).then(() => {
      if (!this.stopping.signal.aborted) this.start();
    });
  }

  private close(job: CardJob, reason: ClosingReason): void {
    this.options.ports.onReport(job, closingReport(job, { reason, wasSubmitted: this.options.ports.wasSubmitted(job.jobId) }));
  }
}
