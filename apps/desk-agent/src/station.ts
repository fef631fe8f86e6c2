// SPDX-License-Identifier: AGPL-3.0-or-later
import type { StationCode } from '@sportello/domain';
import { HEARTBEAT_MS, type JobReport, type ReaderCondition, type ReaderRole } from '@sportello/contracts';
import type { ChildProgram } from './card-process/child-handle';
import { CardSlot } from './card-process/card-slot';
import { runErrand } from './card-process/run-errand';
import type { ReaderChoice } from './config/addresses';
import type { Settings } from './config/settings';
import { isClosing } from './jobs/closing-report';
import { PaperQueue } from './jobs/paper-queue';
import { JobIntake } from './jobs/job-intake';
import type { Journal } from './journal/journal';
import { recover } from './journal/recover';
import { HeadWatch } from './link/head-watch';
import { JobStream } from './link/job-stream';
import type { LinkCondition } from './link/link-condition';
import { Outbox } from './link/outbox';
import type { PinnedStation } from './link/pinned-station';
import type { Sequence } from './link/sequence';
import { SignedRequests } from './link/signed-requests';
import type { StationKeys } from './link/station-keys';
import { type ReportedJob, StationNews } from './link/station-news';
import { VaultPin } from './link/vault-pin';
import { errorFields } from './log/error-fields';
import type { Logger } from './log/logger';
import { createDocumentPrinter } from './printer/document-printer';
import { PrinterWatch } from './printer/printer-watch';
import type { Clock } from './time/clock';

export interface StationOptions {
  readonly settings: Settings;
  readonly keys: StationKeys;
  readonly pinned: PinnedStation;
  readonly journal: Journal;
  readonly sequence: Sequence;
  readonly condition: LinkCondition;
  readonly version: string;
  readonly program: ChildProgram;
  readonly clock: Clock;
  readonly log: Logger;
  /** What the station pinned has changed: to be written down. */
  readonly onPinned: (pinned: PinnedStation) => Promise<void>;
  /** The code that is shown now: it may be drawn anew while the station runs. Left out: none is. */
  readonly codeNow?: () => Promise<StationCode>;
  /** The first time that the stream of jobs stands. */
  readonly onLinked: () => void;
  /** Milliseconds; the usual ones unless given. */
  readonly timing?: { readonly command?: number; readonly issuer?: number; readonly settle?: number; readonly silence?: number; readonly recheck?: number; readonly farewell?: number; readonly slowRetry?: number; readonly heartbeat?: number };
}

/** The parent's side of the station: the link to the API, the forms' printer, and the slots of the cards' processes. It sees sealed blobs only. */
export class Station {
  private readonly outbox: Outbox;
  private readonly news: StationNews;
  private readonly heads: HeadWatch;
  private readonly stream: JobStream;
  private readonly slot: CardSlot;
  private readonly operatorSlot: CardSlot | undefined;
  private readonly papers: PaperQueue;
  private readonly envelopeWatch: PrinterWatch;
  private readonly formWatch: PrinterWatch;
  private readonly readers: { citizen: ReaderCondition; operator: ReaderCondition | null };
  private isLinked = false;
  private toldCode: StationCode | undefined;
  private readonly stopping = new AbortController();

  constructor(private readonly options: StationOptions) {
    const { settings, keys, pinned, journal, sequence, condition, clock, log, timing = {} } = options;
    const key = { ...keys.signing, keyId: pinned.stationId };
    const requests = new SignedRequests({ serverUrl: settings.serverUrl, key, sequence, clock, onHeads: (text) => this.heads.hear(text) });
    this.outbox = new Outbox(requests, condition, clock, timing.slowRetry);
    this.news = new StationNews({ outbox: this.outbox, journal, key, stationId: pinned.stationId, log, onLeaseLost: (jobId) => this.slot.abandon(jobId) });
    this.heads = new HeadWatch({ stationDir: settings.stationDir, key, news: this.news, clock, log });

    const watch = (printer: Settings['formPrinter']): PrinterWatch =>
      new PrinterWatch({ printer: createDocumentPrinter({ printer, clock, log }), clock, onChange: () => this.tellStatus(), recheckMs: timing.recheck });
    this.envelopeWatch = watch(settings.envelopePrinter);
    this.formWatch = watch(settings.formPrinter);

    this.readers = { citizen: 'unknown', operator: settings.operatorReader && 'unknown' };
    this.slot = this.createSlot('citizen', settings.reader);
    this.operatorSlot = settings.operatorReader ? this.createSlot('operator', settings.operatorReader) : undefined;
    this.papers = this.createPapers();
    const intake = new JobIntake({ station: pinned, vault: new VaultPin(pinned, options.onPinned), journal, news: this.news, cards: this.slot, papers: this.papers, log });
    this.stream = new JobStream({
      requests,
      condition,
      clock,
      silenceMs: timing.silence,
      slowRetryMs: timing.slowRetry,
      onOpen: () => this.greet(),
      onJob: (data) => void intake.take(data).catch((error: unknown) => log.error('a job could not be begun', errorFields(error))),
    });
  }

  start(): void {
    recover(this.options.journal, this.news, this.options.clock);
    this.slot.start();
    this.operatorSlot?.start();
    this.stream.start();
    void this.giveSignsOfLife();
    void this.envelopeWatch.ask();
    void this.formWatch.ask();
  }

  /** A job that runs may come to its end; then no process is left behind, and what could not be told is told at the next start. */
  async stop(): Promise<void> {
    const farewell = this.options.timing?.farewell ?? 3_000;
    this.stopping.abort();
    this.envelopeWatch.stop();
    this.formWatch.stop();
    await this.stream.stop();
    await Promise.all([this.slot.stop(farewell), this.operatorSlot?.stop(farewell)]);
    await this.heads.tell();
    await this.news.settle();
    await this.outbox.stop(farewell);
  }

  private createSlot(role: ReaderRole, reader: ReaderChoice): CardSlot {
    const { settings, keys, pinned, journal, program, clock, log, timing = {} } = this.options;
    return new CardSlot({
      program,
      clock,
      log,
      settleMs: timing.settle,
      settings: {
        role,
        reader,
        readerBinding: settings.readerBinding,
        envelopePrinter: settings.envelopePrinter,
        stationery: settings.stationery,
        stationId: pinned.stationId,
        sealingKeyFile: keys.sealing.privateKeyFile,
        sealingKey: keys.sealing.publicKey,
        apiSealingKey: pinned.apiSealingKey,
        vaultSealingKey: pinned.vaultSealingKey,
        commandDeadlineMs: timing.command ?? settings.commandDeadlineMs,
        issuerPatienceMs: timing.issuer ?? 20_000,
        logLevel: settings.logLevel,
      },
      ports: {
        onReader: (condition) => this.noteReader(role, condition),
        onPrinter: (condition) => this.envelopeWatch.note(condition),
        onCardEvent: (event) => {
          log.info(`card ${event.type}`, { insertionId: event.insertionId, reader: role });
          this.news.cardEvent(event);
        },
        onReport: (job, report) => void this.noteReport(job, report, this.envelopeWatch),
        run: (errand) => runErrand(errand, { journal, news: this.news, log }),
        wasSubmitted: (jobId) => journal.record.job(jobId)?.isSubmitted ?? false,
      },
    });
  }

  private createPapers(): PaperQueue {
    const { settings, journal, clock, log } = this.options;
    return new PaperQueue({
      printer: createDocumentPrinter({ printer: settings.formPrinter, clock, log, onCondition: (condition) => this.formWatch.note(condition) }),
      // The drawing of a page takes a while to load, and the station is ready without it.
      render: async (order) => (await import('@sportello/paper')).renderPaper(order),
      onReport: (job, report) => this.noteReport(job, report, this.formWatch),
      wasSubmitted: (jobId) => journal.record.job(jobId)?.isSubmitted ?? false,
      log,
    });
  }

  private noteReader(role: ReaderRole, condition: ReaderCondition): void {
    if (condition === this.readers[role]) return;
    this.readers[role] = condition;
    this.tellStatus();
  }

  private async noteReport(job: ReportedJob, report: JobReport, printer: PrinterWatch): Promise<void> {
    const { log } = this.options;
    const why = 'reason' in report ? { reason: report.reason } : {};
    log.info(isClosing(report) ? 'job over' : 'job goes on', { jobId: job.jobId, job: job.type, report: report.type, ...why });
    const told = this.news.report(job, report);
    if (isClosing(report) && job.type !== 'write-card') void printer.ask();
    await told.catch((error: unknown) => log.error('a report could not be journalled', errorFields(error)));
  }

  private greet(): void {
    this.outbox.hurry();
    this.tellStatus();
    void this.tellCode();
    if (this.isLinked) return;
    this.isLinked = true;
    this.options.onLinked();
  }

  /** A stream that is half open looks the same from the API's side as one that stands: what the station says of itself does not. */
  private async giveSignsOfLife(): Promise<void> {
    const { clock, timing } = this.options;
    const { signal } = this.stopping;
    for (;;) {
      await clock.sleep(timing?.heartbeat ?? HEARTBEAT_MS, signal);
      if (signal.aborted) return;
      this.tellStatus();
      void this.tellCode();
      await this.heads.tell();
    }
  }

  /** Told once, and again when another was drawn meanwhile. */
  private async tellCode(): Promise<void> {
    const { codeNow, log } = this.options;
    try {
      const code = await codeNow?.();
      if (code === undefined || code === this.toldCode) return;
      const before = this.toldCode;
      this.toldCode = code;
      const { kind } = await this.news.code(code);
      if (kind === 'withdrawn' || kind === 'given-up') this.toldCode = before;
    } catch (error) {
      log.warn('the code of the station could not be read', errorFields(error));
    }
  }

  private tellStatus(): void {
    const { settings, version } = this.options;
    const { citizen, operator } = this.readers;
    this.news.status({ reader: citizen, operatorReader: operator, envelopes: this.envelopeWatch.condition, forms: this.formWatch.condition, stationery: settings.stationery, isTest: settings.areAdaptersTest, version });
  }
}
