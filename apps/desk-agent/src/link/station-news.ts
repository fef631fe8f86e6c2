// SPDX-License-Identifier: AGPL-3.0-or-later
import { type CardEvent, type CryptogramRequest, type HeadContradiction, type HeadCountersignature, type IntentRequest, type JobReport, type ProblemCode, SIGNATURE_PURPOSES, type StationJob, type StationStatus, type VaultBlobDocument } from '@sportello/contracts';
import type { StationCode } from '@sportello/domain';
import { type SigningKey, signDocument } from '@sportello/seal';
import { blobDigest } from '../jobs/blob-digest';
import { isClosing } from '../jobs/closing-report';
import type { Journal } from '../journal/journal';
import { errorFields } from '../log/error-fields';
import type { Logger } from '../log/logger';
import type { Delivery, Message, Outbox } from './outbox';

/** As much of a job as its reports need. */
export type ReportedJob = Pick<StationJob, 'jobId' | 'type'> & { readonly fence?: number };

export interface StationNewsOptions {
  readonly outbox: Outbox;
  readonly journal: Journal;
  readonly key: SigningKey;
  readonly stationId: string;
  readonly log: Logger;
  /** The API takes a report no longer, for another station has the job. */
  readonly onLeaseLost: (jobId: string) => void;
}

/** What the station tells the API. Everything keeps its order, also where something has to be journalled before it may leave. */
export class StationNews {
  private tail: Promise<unknown> = Promise.resolve();

  constructor(private readonly options: StationNewsOptions) {}

  /** The devices, and a sign of life behind all that was told before it. An older one that still waits is not worth sending any more. */
  status(status: StationStatus): void {
    void this.inOrder(() => {
      this.options.outbox.withdraw('status');
      void this.send({ path: '/api/station/status', body: status, tag: 'status' });
    });
  }

  /** The code that is shown here. */
  code(code: StationCode): Promise<Delivery> {
    return this.inOrder(() => {
      this.options.outbox.withdraw('code');
      return { delivered: this.send({ path: '/api/station/code', body: { code }, tag: 'code' }) };
    }).then(({ delivered }) => delivered);
  }

  /** Only the newest of a log is worth sending. */
  countersignature(message: HeadCountersignature): void {
    const tag = `head ${message.head.log}`;
    void this.inOrder(() => {
      this.options.outbox.withdraw(tag);
      void this.send({ path: '/api/station/heads', body: message, tag });
    });
  }

  contradiction(message: HeadContradiction): void {
    void this.inOrder(() => void this.send({ path: '/api/station/heads/contradicted', body: message }));
  }

  /** While the link is down the API misses nothing when a card has come and gone: then nobody need ever hear whose it was. */
  cardEvent(event: CardEvent): void {
    const { outbox, journal } = this.options;
    const { insertionId } = event;
    const tag = `card ${insertionId}`;
    void this.inOrder(async () => {
      if (event.type === 'inserted') await journal.write({ type: 'inserted', insertionId, reader: event.reader });
      const unheard = event.type === 'removed' ? outbox.withdraw(tag) : [];
      const delivered = unheard.some(isInsertion) ? Promise.resolve(unsent) : this.send({ path: '/api/station/card-events', body: event, tag });
      if (event.type === 'removed') this.afterDelivery(delivered, () => journal.write({ type: 'removed', insertionId }));
    });
  }

  /** Nothing is sent before it is in the journal that the job was begun. */
  intent(draft: Omit<IntentRequest, 'signature' | 'vaultSignature'>): Promise<Delivery> {
    return this.inOrder(async () => {
      await this.begin({ jobId: draft.jobId, type: 'print-envelope' });
      await this.options.journal.write({ type: 'sealed', intentId: draft.intentId, blobDigest: blobDigest(draft.stationBlob) });
      const { key, stationId } = this.options;
      const { caseId, intentId, idCarta, controlNumber, vaultBlob } = draft;
      const forVault: VaultBlobDocument = { caseId, intentId, idCarta, controlNumber, stationId, vaultBlob };
      const unsigned = { ...draft, vaultSignature: await signDocument(forVault, { purpose: SIGNATURE_PURPOSES.vaultBlob, key }) };
      const signature = await signDocument(unsigned, { purpose: SIGNATURE_PURPOSES.intent, key });
      return { delivered: this.options.outbox.post({ path: '/api/station/intents', body: { ...unsigned, signature }, isVital: true, tag: `envelope ${draft.jobId}` }) };
    }).then(({ delivered }) => delivered);
  }

  /** The last word before an envelope's first byte: journalled, and then asked of the API. Resolves with its answer. */
  submitted(jobId: string): Promise<Delivery> {
    return this.inOrder(async () => {
      const { journal } = this.options;
      await this.begin({ jobId, type: 'print-envelope' });
      if (journal.record.job(jobId)?.isSubmitted !== true) await journal.write({ type: 'submitted', jobId });
      return { delivered: this.send({ path: reportsOf(jobId), body: { type: 'submitted' }, tag: `envelope ${jobId}` }) };
    }).then(({ delivered }) => delivered);
  }

  /** Behind all that was told before it: the API answers only under a lease that still stands. */
  cryptogram(jobId: string, request: CryptogramRequest): Promise<Delivery> {
    return this.inOrder(() => ({ delivered: this.send({ path: `/api/station/jobs/${jobId}/cryptogram`, body: request, tag: cryptogramTag(jobId) }) })).then(({ delivered }) => delivered);
  }

  /** The card waits no longer. */
  withdrawCryptogram(jobId: string): void {
    this.options.outbox.withdraw(cryptogramTag(jobId));
  }

  /** Resolves when the journal has what it must have of the job. */
  begin(job: ReportedJob): Promise<void> {
    const { journal } = this.options;
    if (journal.record.job(job.jobId)) return Promise.resolve();
    return journal.write({ type: 'begun', jobId: job.jobId, work: job.type, fence: job.fence ?? null });
  }

  /** Resolves when the report is journalled, if it is one that must survive, and waits in its place to be sent. */
  report(job: ReportedJob, report: JobReport): Promise<void> {
    const { journal, outbox } = this.options;
    return this.inOrder(async () => {
      if (report.type === 'submitted') {
        await this.begin(job);
        await journal.write({ type: 'submitted', jobId: job.jobId });
      }
      if (isClosing(report)) {
        outbox.withdraw(`envelope ${job.jobId}`);
        await this.begin(job);
        await journal.write({ type: 'outcome', jobId: job.jobId, report });
      }
      this.sendReport(job.jobId, report);
    });
  }

  /** A report that is in the journal already. */
  repeat(jobId: string, report: JobReport): void {
    void this.inOrder(() => this.sendReport(jobId, report));
  }

  /** Resolves when all that was to be journalled is, and the rest waits to be sent. */
  async settle(): Promise<void> {
    await this.tail;
  }

  private sendReport(jobId: string, report: JobReport): void {
    const vital = isClosing(report) ? { isVital: true as const } : {};
    const delivered = this.send({ path: reportsOf(jobId), body: report, ...vital });
    void delivered.then((delivery) => {
      if (codeOf(delivery) === 'lease-lost') this.options.onLeaseLost(jobId);
    });
    if (isClosing(report)) this.afterDelivery(delivered, () => this.options.journal.write({ type: 'acknowledged', jobId }));
  }

  private async send(message: Message): Promise<Delivery> {
    const delivery = await this.options.outbox.post(message);
    if (delivery.kind === 'given-up') this.options.log.error('the API falls over a message each time: it is given up', { path: message.path });
    if (delivery.kind === 'refused') this.options.log.warn('the API did not take a message', { path: message.path, status: delivery.status, code: delivery.code });
    return delivery;
  }

  /** A refusal is an answer, too: the same message would be refused again. What was given up is told once more at the next start. */
  private afterDelivery(delivered: Promise<Delivery>, note: () => Promise<void>): void {
    const noted = delivered.then((delivery) => (delivery.kind === 'accepted' || delivery.kind === 'refused' ? note() : undefined));
    noted.catch((error: unknown) => this.options.log.error('the journal cannot be written', errorFields(error)));
  }

  private inOrder<T>(step: () => T | Promise<T>): Promise<T> {
    const taken = this.tail.then(step);
    this.tail = taken.catch((error: unknown) => this.options.log.error('something could not be told to the API', errorFields(error)));
    return taken;
  }
}

const unsent: Delivery = { kind: 'accepted', body: null };

function cryptogramTag(jobId: string): string {
  return `cryptogram ${jobId}`;
}

function reportsOf(jobId: string): string {
  return `/api/station/jobs/${jobId}/reports`;
}

function isInsertion({ body }: Message): boolean {
  return typeof body === 'object' && body !== null && 'type' in body && body.type === 'inserted';
}

function codeOf(delivery: Delivery): ProblemCode | null {
  return delivery.kind === 'refused' ? delivery.code : null;
}
