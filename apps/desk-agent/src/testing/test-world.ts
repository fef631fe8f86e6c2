// SPDX-License-Identifier: AGPL-3.0-or-later
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CardEndpoint, serveCardEndpoint, type VirtualCard } from '@sportello/card-io/simulator';
import type { CardEvent, JobReport, PrintEnvelopeJob, PrintPaperJob, WriteCardJob } from '@sportello/contracts';
import { createIppServer, type IppServer, type PrintedDocument } from '@sportello/ipp/server';
import { frameCodes, seal, type SealedBlob } from '@sportello/seal';
import type { ReaderChoice } from '../config/addresses';
import type { Settings } from '../config/settings';
import { isClosing } from '../jobs/closing-report';
import { Journal } from '../journal/journal';
import { enrol } from '../link/enrol';
import { LinkCondition } from '../link/link-condition';
import type { PinnedStation } from '../link/pinned-station';
import { Sequence } from '../link/sequence';
import { readStationCode } from '../link/station-code';
import { openStationKeys } from '../link/station-keys';
import { createLogger } from '../log/logger';
import { Station, type StationOptions } from '../station';
import { systemClock } from '../time/clock';
import { ApiDouble, type Heard } from './api-double';
import { transportCodes } from './demo-cards';

/** Other readers than the world's own. */
export interface OtherReaders extends Pick<Settings, 'operatorReader' | 'readerBinding'> {
  readonly reader: ReaderChoice;
}

/** A card's command that takes longer is given up, where a test waits for that: no card here takes as long, on a computer that is as busy as can be. */
export const muteAfterMs = 5_000;

export const queues = { envelopes: '/ipp/print/buste', forms: '/ipp/print/moduli' } as const;

/** A station with everything that is around it at a desk: the API, a reader's slot, two printers. Only the API is a stand-in. */
export class TestWorld {
  readonly printed: PrintedDocument[] = [];
  readonly logged: string[] = [];
  private station: Station | undefined;
  private journal: Journal | undefined;
  private pinned: PinnedStation | undefined;
  private secondSlot: CardEndpoint | undefined;

  private constructor(
    readonly api: ApiDouble,
    readonly slot: CardEndpoint,
    readonly stationDir: string,
    private printers: IppServer | undefined,
  ) {}

  static async open({ sheetMs = 0 }: { readonly sheetMs?: number } = {}): Promise<TestWorld> {
    const world: TestWorld = new TestWorld(await ApiDouble.start(), await serveCardEndpoint(), await mkdtemp(join(tmpdir(), 'station-')), undefined);
    world.printers = createIppServer({
      queues: [{ path: queues.envelopes, name: 'Buste' }, { path: queues.forms, name: 'Moduli' }],
      sheetMs,
      onDocument: (document) => void world.printed.push(document),
    });
    await world.printers.listen();
    return world;
  }

  async close(): Promise<void> {
    await this.stopStation();
    await this.slot.close();
    await this.secondSlot?.close();
    await this.printers?.close();
    await this.api.goDown();
    await rm(this.stationDir, { recursive: true, force: true });
  }

  get printer(): IppServer {
    if (!this.printers) throw new Error('the printers are not open');
    return this.printers;
  }

  /** The operator's reader, which a station has that is started from now on. */
  async openOperatorSlot(): Promise<CardEndpoint> {
    this.secondSlot ??= await serveCardEndpoint();
    return this.secondSlot;
  }

  /** Starts the station in this process, its card process as a real child from the sources. Resolves when it is linked. */
  async startStation(timing: StationOptions['timing'] = {}, readers: Partial<OtherReaders> = {}): Promise<void> {
    const log = createLogger({ level: 'debug', write: (line) => void this.logged.push(line) });
    const settings = { ...this.settings(), ...readers };
    const keys = await openStationKeys(this.stationDir);
    const journal = await Journal.open(join(this.stationDir, 'journal.ndjson'));
    const sequence = new Sequence(journal);
    const condition = new LinkCondition(log);
    const signal = new AbortController().signal;
    this.pinned ??= await enrol({ serverUrl: this.api.url, code: this.api.enrolmentCode, keys, sequence, condition, clock: systemClock, signal });
    if (!this.pinned) throw new Error('not enrolled');
    const { pinned } = this;
    this.journal = journal;
    await readStationCode(this.stationDir);
    const program = { path: join(__dirname, '..', 'card-process', 'child.ts'), execArgv: ['--require', join(__dirname, '../../../../tools/build/from-sources.cjs')] };
    await new Promise<void>((onLinked) => {
      this.station = new Station({ settings, keys, pinned, journal, sequence, condition, log, version: '0.0.0', program, clock: systemClock, onPinned: () => Promise.resolve(), codeNow: () => readStationCode(this.stationDir), onLinked, timing: { farewell: 500, ...timing } });
      this.station.start();
    });
  }

  async stopStation(): Promise<void> {
    await this.station?.stop();
    await this.journal?.close();
    this.station = undefined;
    this.journal = undefined;
  }

  /** The process that serves, or awaits, the card; the last one that was started. */
  cardProcess(): number {
    const started = this.logged.flatMap((line) => {
      const { msg, pid } = JSON.parse(line) as { msg: string; pid?: number };
      return msg === 'a card\'s process waits' && pid !== undefined ? [pid] : [];
    });
    const last = started.at(-1);
    if (last === undefined) throw new Error('no card process was started');
    return last;
  }

  /** Resolves with the events of one kind so far, once there are so many. */
  cardEvents<T extends CardEvent['type']>(type: T, count = 1): Promise<readonly Extract<CardEvent, { type: T }>[]> {
    return this.api.until(() => {
      const events = this.api.heard.flatMap((message) => (isCardEvent(message, type) ? [message.event] : []));
      return events.length >= count && events;
    });
  }

  /** The closing report of a job, once there is one. */
  closingReport(jobId: string): Promise<JobReport> {
    return this.api.until(() => this.api.reportsOf(jobId).find(isClosing));
  }

  /** Puts the card in and has its envelope printed: what comes before every write. */
  async printEnvelope(card: VirtualCard, idCarta: string): Promise<PrintEnvelopeJob> {
    this.slot.insert(card);
    await this.cardEvents('recognised');
    const job = this.printJob(idCarta);
    await this.api.issue(job);
    await this.closingReport(job.jobId);
    return job;
  }

  printJob(idCarta: string, change: Partial<PrintEnvelopeJob> = {}): PrintEnvelopeJob {
    return {
      type: 'print-envelope',
      ...this.head(),
      idCarta,
      birthDate: '1980-01-01',
      controlNumber: '000419',
      cipPattern: { length: 10, alphabet: '0123456789' },
      text: { body: 'Azienda sanitaria di esempio', deskName: 'Sportello 2', place: 'Massa', date: '2026-11-20', recipient: 'ROSSI MARIA', cardType: 'ST2021', isTest: true },
      ...change,
    };
  }

  /** The job that follows a printed envelope, as the API makes it of the intent. */
  async writeJob(printed: PrintEnvelopeJob, change: Partial<WriteCardJob> = {}, transport: { readonly pin: string; readonly puk: string } = transportCodes): Promise<WriteCardJob> {
    const { intent } = await this.api.waitFor((message): message is Heard & { kind: 'intent' } => message.kind === 'intent' && message.intent.jobId === printed.jobId);
    const head = this.head();
    return {
      type: 'write-card',
      ...head,
      caseId: printed.caseId,
      idCarta: printed.idCarta,
      intentId: intent.intentId,
      controlNumber: printed.controlNumber,
      nonce: this.api.nonceOf(intent.intentId),
      fence: 1,
      authority: { method: 'transport-codes', transportCodes: await this.sealedTransportCodes(head.jobId, printed.idCarta, transport) },
      blob: intent.stationBlob,
      ...change,
    };
  }

  /** The API's next lease for the same envelope. */
  async reissue(former: WriteCardJob, transport: { readonly pin: string; readonly puk: string } = transportCodes): Promise<WriteCardJob> {
    const head = { ...this.head(), caseId: former.caseId };
    return { ...former, ...head, fence: former.fence + 1, authority: { method: 'transport-codes', transportCodes: await this.sealedTransportCodes(head.jobId, former.idCarta, transport) } };
  }

  private sealedTransportCodes(jobId: string, idCarta: string, { pin, puk }: { readonly pin: string; readonly puk: string }): Promise<SealedBlob> {
    const info = { purpose: 'sportello-transport-codes-v1', jobId, idCarta, stationId: this.api.stationId };
    return seal({ recipientPublicKey: this.api.stationKey, info, plaintext: frameCodes({ pin: ascii(pin), puk: ascii(puk) }) });
  }

  formJob(): PrintPaperJob {
    return {
      type: 'print-paper',
      ...this.head(),
      language: 'it',
      head: { body: 'Azienda sanitaria di esempio', desk: { name: 'Sportello 2', place: 'Massa' }, controller: 'Azienda sanitaria di esempio', noticeVersion: '3', isTest: true },
      text: {
        paper: 'form',
        formNumber: 'P119-26',
        receiptNumber: '2026-000884',
        kind: 'holder',
        purpose: 'activation',
        duplicateReason: null,
        mode: 'direct',
        holder: { fullName: 'ROSSI MARIA', sex: 'F', birthDate: '1980-01-01', birthPlace: 'MASSA', codiceFiscale: 'RSSMRA80A41F032S' },
        applicant: null,
        card: { type: 'ST2021', idCartaLast4: '0007', expiresOn: '2031-01-01' },
        document: { type: 'cie', last4: '45AB' },
        requestedAt: '2026-11-20T10:00:00+01:00',
        controlNumber: '000419',
        operator: 'L. Bini',
      },
    };
  }

  /** A paper that is no case's. */
  leafletJob(): PrintPaperJob {
    return { ...this.formJob(), caseId: null, text: { paper: 'leaflet', cardType: 'ST2021', software: 'SafeDive' } };
  }

  settings(): Settings {
    return {
      serverUrl: this.api.url,
      stationDir: this.stationDir,
      enrolmentCode: this.api.enrolmentCode,
      reader: { kind: 'network', host: this.slot.host, port: this.slot.port },
      operatorReader: this.secondSlot ? { kind: 'network', host: this.secondSlot.host, port: this.secondSlot.port } : null,
      readerBinding: 'smartcard',
      envelopePrinter: { uri: this.printer.uriOf(queues.envelopes), certificatePin: null, mayKeepOnDisk: false },
      formPrinter: { uri: this.printer.uriOf(queues.forms), certificatePin: null, mayKeepOnDisk: true },
      stationery: 'plain-paper',
      areAdaptersTest: true,
      commandDeadlineMs: 10_000,
      logLevel: 'error',
    };
  }

  private head(): { readonly jobId: string; readonly caseId: string; readonly stationId: string; readonly issuedAt: string } {
    return { jobId: randomUUID(), caseId: randomUUID(), stationId: this.api.stationId, issuedAt: new Date().toISOString() };
  }
}

export function ascii(text: string): Uint8Array {
  return Uint8Array.from(Buffer.from(text, 'ascii'));
}

function isCardEvent<T extends CardEvent['type']>(message: Heard, type: T): message is Heard & { kind: 'card'; event: Extract<CardEvent, { type: T }> } {
  return message.kind === 'card' && message.event.type === type;
}
