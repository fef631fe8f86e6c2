// SPDX-License-Identifier: AGPL-3.0-or-later
import {
  type CardEvent,
  CodesInfo,
  ENROLMENT_KEY_ID,
  type EnrolmentAnswer,
  EVENT_JOB,
  type ForApiInfo,
  type IntentAnswer,
  type IntentRequest,
  type JobReport,
  type PrintEnvelopeJob,
  type ReaderRole,
  SIGNATURE_PURPOSES,
  SignedJob,
  type StationJob,
  type StationStatus,
  type TransportCodesInfo,
  type VaultBlobDocument,
  type WriteCardJob,
} from '@sportello/contracts';
import type { PaperKind } from '@sportello/domain';
import {
  type CodePair,
  type P256KeyPair,
  type SigningKey,
  frameCodes,
  generateSealingKeyPair,
  generateSigningKeyPair,
  open,
  publicJwkOf,
  publicKeyOfJwk,
  seal,
  signDocument,
  signRequest,
  signingKeyOf,
  unframeCodes,
  verifyDocument,
} from '@sportello/seal';
import { randomUUID } from 'node:crypto';
import supertest from 'supertest';
import { SseClient } from './sse-client';
import type { TestCard } from './test-cards';
import { readingOf, signProof } from './test-cards';
import type { TestClock } from './test-clock';

export const READY: StationStatus = { reader: 'ready', operatorReader: null, envelopes: 'ready', forms: 'ready', stationery: 'plain-paper', isTest: true, version: 'test' };

/** The codes of one envelope, as only paper and chip know them in earnest. */
export interface DrawnCodes {
  readonly intentId: string;
  readonly pin: string;
  readonly puk: string;
  readonly cip: string;
  readonly outerCode: string;
  readonly request: IntentRequest;
}

/** Where a station stands. */
export interface StationWorld {
  readonly url: string;
  readonly clock: TestClock;
  /** Waits until the API has noted that the station came or went. */
  readonly untilOnline: (stationId: string, isOnline: boolean) => Promise<void>;
}

/** A station with keys of its own, which signs as a real one does. */
export class StationClient {
  private sequence = 0;
  private stream: SseClient | undefined;

  private constructor(
    private readonly world: StationWorld,
    readonly signing: P256KeyPair,
    readonly sealing: P256KeyPair,
    readonly pinned: EnrolmentAnswer,
  ) {}

  static async enrol(world: StationWorld, code: string): Promise<StationClient> {
    const [signing, sealing] = await Promise.all([generateSigningKeyPair(), generateSealingKeyPair()]);
    const response = await enrolmentRequest(world, { code, signing, sealing });
    if (response.status !== 200) throw new Error(`not enrolled: ${response.text}`);
    const station = new StationClient(world, signing, sealing, response.body as EnrolmentAnswer);
    station.sequence = 1;
    return station;
  }

  get id(): string {
    return this.pinned.stationId;
  }

  /** A signed POST, with the next sequence number unless told otherwise. */
  async post(path: string, body: object, wish: { readonly sequence?: number; readonly key?: SigningKey; readonly now?: Date; /** Another copy of the API. */ readonly url?: string } = {}) {
    const text = JSON.stringify(body);
    const headers = await signRequest({
      method: 'POST',
      path,
      body: text,
      sequence: wish.sequence ?? this.nextSequence(),
      key: wish.key ?? this.key(),
      now: wish.now ?? this.world.clock.now(),
    });
    return supertest(wish.url ?? this.world.url).post(path).set('content-type', 'application/json').set(headers).send(text);
  }

  key(): SigningKey {
    return { ...signingKeyOf(this.signing.privateKey), keyId: this.id };
  }

  nextSequence(): number {
    this.sequence += 1;
    return this.sequence;
  }

  /** Opens the stream of jobs (the station is online from then on) and says what its devices are. */
  async connect(status: StationStatus = READY): Promise<void> {
    await this.openStream();
    await this.status(status);
  }

  async openStream(url = this.world.url): Promise<void> {
    const path = '/api/station/jobs';
    const headers = await signRequest({ method: 'GET', path, sequence: this.nextSequence(), key: this.key(), now: this.world.clock.now() });
    this.stream = await SseClient.open(`${url}${path}`, headers);
    await this.world.untilOnline(this.id, true);
  }

  async disconnect(): Promise<void> {
    this.stream?.close();
    await this.stream?.ended;
    this.stream = undefined;
    await this.world.untilOnline(this.id, false);
  }

  async status(status: StationStatus): Promise<void> {
    accepted(await this.post('/api/station/status', status));
  }

  /** The code that it shows from now on. */
  async tellCode(code: string): Promise<void> {
    accepted(await this.post('/api/station/code', { code }));
  }

  async cardEvent(event: CardEvent): Promise<void> {
    accepted(await this.post('/api/station/card-events', event));
  }

  /** A card goes in and is read; answers the stay's id. */
  async insert(card: TestCard, insertionId: string = randomUUID(), reader: ReaderRole = 'citizen'): Promise<string> {
    const at = this.world.clock.now().toISOString();
    await this.cardEvent({ type: 'inserted', reader, insertionId, at });
    await this.cardEvent({ type: 'recognised', reader, insertionId, at, reading: readingOf(card) });
    return insertionId;
  }

  /** Somebody else's card, in the second reader. */
  show(card: TestCard): Promise<string> {
    return this.insert(card, randomUUID(), 'operator');
  }

  async remove(insertionId: string, reader: ReaderRole = 'citizen'): Promise<void> {
    await this.cardEvent({ type: 'removed', reader, insertionId, at: this.world.clock.now().toISOString() });
  }

  /** The next job of a type (of a case, of a paper), with the API's signature checked as a station checks it. */
  async job<Type extends StationJob['type']>(type: Type, wish: { readonly caseId?: string; readonly paper?: PaperKind; readonly patienceMs?: number } = {}): Promise<Extract<StationJob, { readonly type: Type }>> {
    if (!this.stream) throw new Error('the station is not connected');
    const fits = ({ job }: SignedJob): boolean => job.type === type && (wish.caseId === undefined || job.caseId === wish.caseId) && (wish.paper === undefined || (job.type === 'print-paper' && job.text.paper === wish.paper));
    const { data } = await this.stream.next((event) => event.event === EVENT_JOB && fits(SignedJob.parse(event.data)), wish.patienceMs);
    const { job, signature } = SignedJob.parse(data);
    const publicKey = publicKeyOfJwk(this.pinned.apiSigningKey) ?? '';
    if (!verifyDocument(job, signature, { purpose: SIGNATURE_PURPOSES.job, publicKey })) throw new Error('the job is not signed by the pinned key');
    return job as Extract<StationJob, { readonly type: Type }>;
  }

  /** Lets go of the open stream without closing it: a next one takes its place. */
  detachStream(): SseClient {
    const { stream } = this;
    if (!stream) throw new Error('the station is not connected');
    this.stream = undefined;
    return stream;
  }

  report(jobId: string, report: JobReport) {
    return this.post(`/api/station/jobs/${jobId}/reports`, report);
  }

  /** Draws codes for a print job and seals them for station, vault and API. */
  async draw(job: PrintEnvelopeJob, wish: { readonly intentId?: string; readonly outerCode?: string; readonly cip?: string } = {}): Promise<DrawnCodes> {
    const { caseId, idCarta, controlNumber, jobId } = job;
    const intentId = wish.intentId ?? randomUUID();
    const codes = { pin: '40718', puk: '58302946', cip: wish.cip ?? '7314098265', outerCode: wish.outerCode ?? `${controlNumber}-K7P4XR` };
    const frame = frameCodes({ pin: Buffer.from(codes.pin), puk: Buffer.from(codes.puk) });
    const sealFor = (recipient: CodesInfo['recipient'], recipientPublicKey: string) =>
      seal({ recipientPublicKey, info: this.codesInfo({ recipient, caseId, intentId, idCarta, controlNumber }), plaintext: frame });
    const forApi: ForApiInfo = { purpose: 'sportello-for-api-v1', caseId, intentId, idCarta, controlNumber, stationId: this.id };
    const sealed = {
      intentId,
      jobId,
      caseId,
      idCarta,
      controlNumber,
      stationBlob: await sealFor('station', this.sealing.publicKey),
      vaultBlob: await sealFor('vault', this.pinned.vaultSealingKey),
      apiBlob: await seal({ recipientPublicKey: this.pinned.apiSealingKey, info: forApi, plaintext: Buffer.from(JSON.stringify({ cip: codes.cip, outerCode: codes.outerCode })) }),
    };
    const vaultBlob: VaultBlobDocument = { caseId, intentId, idCarta, controlNumber, stationId: this.id, vaultBlob: sealed.vaultBlob };
    const unsigned = { ...sealed, vaultSignature: await signDocument(vaultBlob, { purpose: SIGNATURE_PURPOSES.vaultBlob, key: this.key() }) };
    const signature = await signDocument(unsigned, { purpose: SIGNATURE_PURPOSES.intent, key: this.key() });
    return { ...codes, intentId, request: { ...unsigned, signature } };
  }

  /** Draws, posts the intent, and prints: submitted and completed. */
  async print(job: PrintEnvelopeJob): Promise<DrawnCodes & { readonly nonce: string }> {
    const drawn = await this.draw(job);
    const answer = accepted(await this.post('/api/station/intents', drawn.request)).body as IntentAnswer;
    accepted(await this.report(job.jobId, { type: 'submitted' }));
    accepted(await this.report(job.jobId, { type: 'completed' }));
    return { ...drawn, nonce: answer.nonce };
  }

  /** Opens what a write job brings: the codes to write, and the transport codes to write them with. */
  async openWriteJob(job: WriteCardJob): Promise<{ readonly codes: CodePair; readonly transportCodes: CodePair }> {
    const { caseId, intentId, idCarta, controlNumber, jobId } = job;
    const transportInfo: TransportCodesInfo = { purpose: 'sportello-transport-codes-v1', jobId, idCarta, stationId: this.id };
    const codes = await open({ recipientPrivateKey: this.sealing.privateKey, info: this.codesInfo({ recipient: 'station', caseId, intentId, idCarta, controlNumber }), blob: job.blob });
    if (job.authority.method !== 'transport-codes') throw new Error('a job without transport codes');
    const transportCodes = await open({ recipientPrivateKey: this.sealing.privateKey, info: transportInfo, blob: job.authority.transportCodes });
    return { codes: pairIn(codes), transportCodes: pairIn(transportCodes) };
  }

  /** Asks for the cryptogram over a challenge (8 bytes). */
  cryptogram({ jobId, fence }: Pick<WriteCardJob, 'jobId' | 'fence'>, challenge: Uint8Array) {
    return this.post(`/api/station/jobs/${jobId}/cryptogram`, { fence, challenge: Buffer.from(challenge).toString('base64url') });
  }

  /** Reports a write whose proof the card signs. */
  written(job: WriteCardJob, card: Pick<TestCard, 'issued'>, wish: { readonly fence?: number; readonly signature?: string } = {}) {
    const figures = { apdus: 19, apdusAfterGoAhead: 6, cardMilliseconds: 900, totalMilliseconds: 950 };
    return this.report(job.jobId, { type: 'written', fence: wish.fence ?? job.fence, signature: wish.signature ?? signProof(card, job), figures });
  }

  private codesInfo(info: Omit<CodesInfo, 'purpose' | 'stationId'>): CodesInfo {
    return CodesInfo.parse({ purpose: 'sportello-codes-v1', stationId: this.id, ...info });
  }
}

/** The request with which a station enrols, signed with the key that it brings. */
export async function enrolmentRequest(
  { url, clock }: Pick<StationWorld, 'url' | 'clock'>,
  { code, signing, sealing, signedWith = signing }: { readonly code: string; readonly signing: P256KeyPair; readonly sealing: P256KeyPair; readonly signedWith?: P256KeyPair },
) {
  const path = '/api/station/enrolment';
  const text = JSON.stringify({ code, signingKey: publicJwkOf(signing.publicKey), sealingKey: sealing.publicKey });
  const key: SigningKey = { ...signingKeyOf(signedWith.privateKey), keyId: ENROLMENT_KEY_ID };
  const headers = await signRequest({ method: 'POST', path, body: text, sequence: 1, key, now: clock.now() });
  return supertest(url).post(path).set('content-type', 'application/json').set(headers).send(text);
}

function pairIn(opened: Uint8Array | { readonly kind: string }): CodePair {
  const pair = opened instanceof Uint8Array ? unframeCodes(opened) : null;
  if (!pair) throw new Error('the blob did not open to a pair of codes');
  return pair;
}

function accepted<Answer extends { readonly status: number; readonly text: string }>(response: Answer): Answer {
  if (response.status !== 200 && response.status !== 204) throw new Error(`refused: ${response.status} ${response.text}`);
  return response;
}
