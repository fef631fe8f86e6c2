// SPDX-License-Identifier: AGPL-3.0-or-later
import { randomBytes, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  CardEvent,
  CryptogramRequest,
  ENROLMENT_KEY_ID,
  type EnrolmentAnswer,
  EnrolmentRequest,
  HeadContradiction,
  HeadCountersignature,
  LOG_HEAD_HEADER,
  type LogHead,
  ForApiPlain,
  type ForApiInfo,
  IntentRequest,
  JobReport,
  type ProblemCode,
  SIGNATURE_PURPOSES,
  type StationJob,
  StationCodeMessage,
  StationStatus,
} from '@sportello/contracts';
import { generateSealingKeyPair, generateSigningKeyPair, open, type P256KeyPair, publicJwkOf, publicKeyOfJwk, signDocument, signingKeyOf, verifyDocument, verifyRequest } from '@sportello/seal';

/** What the station told, in the order in which it was taken. */
export type Heard =
  | { readonly kind: 'status'; readonly status: StationStatus }
  | { readonly kind: 'code'; readonly code: string }
  | { readonly kind: 'head'; readonly message: HeadCountersignature }
  | { readonly kind: 'contradiction'; readonly message: HeadContradiction }
  | { readonly kind: 'card'; readonly event: CardEvent }
  | { readonly kind: 'intent'; readonly intent: IntentRequest }
  | { readonly kind: 'report'; readonly jobId: string; readonly report: JobReport };

type Refusal = { readonly status: number; readonly code: ProblemCode };
type Outcome = { readonly status: number; readonly body?: unknown };

/**
 * The API's side of the station's link, for tests: it checks every signature and sequence number as the API must, keeps nothing durable and decides nothing. (The real one is
 * met in the flows.)
 */
export class ApiDouble {
  readonly heard: Heard[] = [];
  readonly sequences: number[] = [];
  /** Every request as it came, heads and bodies. */
  readonly received: Buffer[] = [];
  readonly stationId = randomUUID();
  readonly enrolmentCode = 'ENROL-4711';
  /** What the next requests are refused with, by path. */
  refuse: (path: string) => Refusal | undefined = () => undefined;
  /** Answers of the next so many requests are lost on the way: taken, never answered. */
  answersToLose = 0;
  /** What its answers tell of the log. */
  heads: readonly LogHead[] = [];
  /** Whoever holds the issuer's key; null: nobody does, and a cryptogram is refused. */
  issuer: ((idCarta: string, challenge: Uint8Array) => Uint8Array) | null = null;
  /** The challenges that were brought, in their order. */
  readonly challenges: string[] = [];

  private readonly streams = new Set<ServerResponse>();
  private readonly onlookers: (() => void)[] = [];
  private readonly pending = new Map<string, StationJob>();
  private readonly nonces = new Map<string, { readonly body: string; readonly nonce: string }>();
  private stationSigningKey = '';
  private stationSealingKey = '';
  private server: Server | undefined;
  private port = 0;

  private constructor(
    private readonly signing: P256KeyPair,
    private readonly sealing: P256KeyPair,
    readonly vault: P256KeyPair,
  ) {}

  static async start(): Promise<ApiDouble> {
    const api = new ApiDouble(await generateSigningKeyPair(), await generateSealingKeyPair(), await generateSealingKeyPair());
    await api.comeUp();
    return api;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  get stationKey(): string {
    return this.stationSealingKey;
  }

  get openStreams(): number {
    return this.streams.size;
  }

  async comeUp(): Promise<void> {
    const server = createServer((request, response) => void this.serve(request, response));
    this.server = server;
    await new Promise<void>((resolve) => server.listen(this.port, '127.0.0.1', resolve));
    this.port = (server.address() as AddressInfo).port;
  }

  /** The link is lost: streams break, connections are refused. */
  async goDown(): Promise<void> {
    const { server } = this;
    this.server = undefined;
    if (!server) return;
    this.streams.clear();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }

  breakStreams(): void {
    for (const stream of this.streams) stream.destroy();
    this.streams.clear();
  }

  /** A job stays pending, and comes with each new stream, until its closing report. */
  async issue(job: StationJob): Promise<void> {
    this.pending.set(job.jobId, job);
    const event = await this.eventOf(job);
    for (const stream of this.streams) stream.write(event);
  }

  /** Something in a job's place on the stream. */
  send(data: string): void {
    for (const stream of this.streams) stream.write(`event: job\ndata: ${data}\n\n`);
  }

  async signedJob(job: StationJob, key = this.signing): Promise<string> {
    return JSON.stringify({ job, signature: await signDocument(job, { purpose: SIGNATURE_PURPOSES.job, key: signingKeyOf(key.privateKey) }) });
  }

  reportsOf(jobId: string): readonly JobReport[] {
    return this.heard.flatMap((message) => (message.kind === 'report' && message.jobId === jobId ? [message.report] : []));
  }

  /** The first thing that fits, heard already or still to come. */
  async waitFor<T extends Heard>(fits: (message: Heard) => message is T): Promise<T> {
    return this.until(() => this.heard.find(fits));
  }

  /** Resolves with what the probe finds, as soon as it finds something: it looks whenever a request was taken, and now and then for what comes another way. */
  async until<T>(probe: () => T | undefined | false | Promise<T | undefined | false>): Promise<T> {
    for (;;) {
      const found = await probe();
      if (found !== undefined && found !== false) return found;
      const taken = new Promise<void>((resolve) => this.onlookers.push(resolve));
      await Promise.race([taken, sleep(5)]);
    }
  }

  async openForApi(intent: IntentRequest): Promise<ForApiPlain> {
    const { intentId, caseId, idCarta, controlNumber, apiBlob } = intent;
    const info: ForApiInfo = { purpose: 'sportello-for-api-v1', caseId, intentId, idCarta, controlNumber, stationId: this.stationId };
    const plain = await open({ recipientPrivateKey: this.sealing.privateKey, info, blob: apiBlob });
    if (!(plain instanceof Uint8Array)) throw new Error(plain.kind);
    return ForApiPlain.parse(JSON.parse(Buffer.from(plain).toString('utf8')));
  }

  nonceOf(intentId: string): string {
    const known = this.nonces.get(intentId);
    if (!known) throw new Error('no such intent');
    return known.nonce;
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = Buffer.concat(await request.toArray());
    const path = request.url ?? '';
    this.received.push(Buffer.from(`${request.rawHeaders.join('\n')}\n${path}\n`), body);
    if (path === '/api/health/ready') {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ status: 'ready' }));
      return;
    }
    const refusal = (await this.distrust(request, path, body)) ?? this.refuse(path);
    if (refusal) {
      response.writeHead(refusal.status, { 'content-type': 'application/problem+json' });
      response.end(JSON.stringify({ type: 'about:blank', title: refusal.code, status: refusal.status, code: refusal.code, requestId: 'test' }));
      return;
    }
    if (path === '/api/station/jobs') return this.openStream(response);
    const outcome = await this.take(path, body.toString('utf8'));
    this.onlookers.splice(0).forEach((look) => look());
    if (this.answersToLose > 0) {
      this.answersToLose -= 1;
      response.destroy();
    } else {
      response.writeHead(outcome.status, { 'content-type': 'application/json', [LOG_HEAD_HEADER]: JSON.stringify(this.heads) });
      response.end(outcome.body === undefined ? undefined : JSON.stringify(outcome.body));
    }
  }

  private async distrust(request: IncomingMessage, path: string, body: Buffer): Promise<Refusal | undefined> {
    const isEnrolment = path === '/api/station/enrolment';
    const keyId = isEnrolment ? ENROLMENT_KEY_ID : this.stationId;
    const publicKey = isEnrolment ? publicKeyOfJwk(EnrolmentRequest.parse(JSON.parse(body.toString('utf8'))).signingKey) : this.stationSigningKey;
    const verified = await verifyRequest({
      method: request.method ?? '',
      path,
      headers: request.headers,
      body,
      keyOf: (claimed) => (claimed === keyId && publicKey !== '' ? publicKey : undefined),
      now: new Date(),
      maxSkewSeconds: 60,
    });
    if (verified.kind !== 'verified') return { status: 401, code: verified.kind === 'unknown-key' ? 'station-unknown' : 'signature-invalid' };
    if (verified.sequence <= (this.sequences.at(-1) ?? 0)) return { status: 401, code: 'replayed' };
    this.sequences.push(verified.sequence);
    return undefined;
  }

  private async take(path: string, body: string): Promise<Outcome> {
    const message: unknown = JSON.parse(body);
    const [, jobId, about] = /^\/api\/station\/jobs\/([^/]+)\/(reports|cryptogram)$/.exec(path) ?? [];
    if (jobId && about === 'cryptogram') return this.answerChallenge(jobId, CryptogramRequest.parse(message));
    if (path === '/api/station/enrolment') return this.enrol(EnrolmentRequest.parse(message));
    if (path === '/api/station/intents') return this.takeIntent(IntentRequest.parse(message), body);
    if (path === '/api/station/status') this.heard.push({ kind: 'status', status: StationStatus.parse(message) });
    else if (path === '/api/station/code') this.heard.push({ kind: 'code', code: StationCodeMessage.parse(message).code });
    else if (path === '/api/station/heads') this.heard.push({ kind: 'head', message: HeadCountersignature.parse(message) });
    else if (path === '/api/station/heads/contradicted') this.heard.push({ kind: 'contradiction', message: HeadContradiction.parse(message) });
    else if (path === '/api/station/card-events') this.heard.push({ kind: 'card', event: CardEvent.parse(message) });
    else if (jobId) this.takeReport(jobId, JobReport.parse(message));
    else return { status: 404 };
    return { status: 204 };
  }

  private enrol({ code, signingKey, sealingKey }: EnrolmentRequest): Outcome {
    if (code !== this.enrolmentCode) return { status: 404, body: { type: 'about:blank', title: 'no', status: 404, code: 'enrolment-code-unknown', requestId: 'test' } };
    this.stationSigningKey = publicKeyOfJwk(signingKey) ?? '';
    this.stationSealingKey = sealingKey;
    const answer: EnrolmentAnswer = {
      stationId: this.stationId,
      stationName: 'Postazione 1',
      deskName: 'Sportello 2',
      apiSigningKey: publicJwkOf(this.signing.publicKey),
      apiSealingKey: this.sealing.publicKey,
      vaultSealingKey: this.vault.publicKey,
    };
    return { status: 201, body: answer };
  }

  private takeIntent(intent: IntentRequest, body: string): Outcome {
    const { signature, ...draft } = intent;
    if (!verifyDocument(draft, signature, { purpose: SIGNATURE_PURPOSES.intent, publicKey: this.stationSigningKey })) return { status: 401 };
    const known = this.nonces.get(intent.intentId);
    if (known && known.body !== body) return { status: 409 };
    if (!known) {
      this.nonces.set(intent.intentId, { body, nonce: randomBytes(32).toString('base64url') });
      this.heard.push({ kind: 'intent', intent });
    }
    return { status: 200, body: { intentId: intent.intentId, nonce: this.nonceOf(intent.intentId) } };
  }

  private answerChallenge(jobId: string, { challenge }: CryptogramRequest): Outcome {
    const job = this.pending.get(jobId);
    this.challenges.push(challenge);
    if (job?.type !== 'write-card' || !this.issuer) return { status: 409, body: { type: 'about:blank', title: 'no', status: 409, code: 'challenge-refused', requestId: 'test' } };
    return { status: 200, body: { cryptogram: Buffer.from(this.issuer(job.idCarta, Buffer.from(challenge, 'base64url'))).toString('base64url') } };
  }

  /** Told twice (an answer was lost), it happened once. */
  private takeReport(jobId: string, report: JobReport): void {
    const isRepeated = this.reportsOf(jobId).some((known) => JSON.stringify(known) === JSON.stringify(report));
    if (!isRepeated) this.heard.push({ kind: 'report', jobId, report });
    if (!['submitted', 'phase'].includes(report.type)) this.pending.delete(jobId);
  }

  private async openStream(response: ServerResponse): Promise<void> {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.write('event: heartbeat\ndata: {}\n\n');
    this.streams.add(response);
    response.once('close', () => this.streams.delete(response));
    for (const job of this.pending.values()) response.write(await this.eventOf(job));
  }

  private async eventOf(job: StationJob): Promise<string> {
    return `event: job\ndata: ${await this.signedJob(job)}\n\n`;
  }
}
