// SPDX-License-Identifier: AGPL-3.0-or-later
import { createServer, type Server } from 'node:https';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { constants } from 'node:crypto';
import { TLSSocket } from 'node:tls';
import type { SelfCheckSettings } from '../../config/self-check';
import { type Log, faultOf } from '../../platform/logging/log';
import type { Clock } from '../../platform/ports/clock';
import { networkOf } from '../../platform/throttle/network-of';
import { SourceThrottle } from '../../platform/throttle/source-throttle';
import { outcomeOf } from './card-finding';
import { type Judges, judgeOffered } from './judge-offered';
import { SelfCheckCounts } from './self-check-counts';
import { SELF_CHECK_PATHS, type SelfCheckSurroundings, selfCheckPage } from './self-check-page';
import { SELF_CHECK_POLICY } from './self-check-style';
import { SELF_CHECK_LANGUAGES, type SelfCheckLanguage } from './self-check-words';

/** Behind a pass-through all citizens come from one address. A handshake costs the processor a few milliseconds. */
const LIMITS = { mostOfSource: 600, windowMs: 60_000, mostSources: 10_000 };
const MOST_CONNECTIONS = 200;
/** A PIN is typed during the handshake. */
const HANDSHAKE_MS = 120_000;
const REQUEST_MS = 10_000;
const TOLD_EACH_MS = 3_600_000;

const HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'content-security-policy': SELF_CHECK_POLICY,
  'strict-transport-security': 'max-age=31536000',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  // Each try is a handshake of its own, with the card that is there then.
  connection: 'close',
} as const;

export interface SelfCheckParts extends Judges, Omit<SelfCheckSurroundings, 'isTest'> {
  readonly clock: Clock;
  readonly log: Log;
}

/** *La mia tessera funziona?*: a listener of its own, because it asks every browser for a certificate, which the desk's page must not. It keeps nothing but counts. */
export class SelfCheckListener {
  readonly #throttle = new SourceThrottle(LIMITS);
  readonly #counts: SelfCheckCounts;
  readonly #server: Server;
  readonly #timer: NodeJS.Timeout;

  private constructor(
    settings: SelfCheckSettings,
    private readonly parts: SelfCheckParts,
  ) {
    this.#counts = new SelfCheckCounts(parts.log);
    this.#server = createServer({ ...tlsOf(settings, parts), headersTimeout: REQUEST_MS, requestTimeout: REQUEST_MS }, (request, response) => {
      this.#answer(request, response).catch((error: unknown) => {
        parts.log.error('a self-check failed', { fault: faultOf(error) });
        response.destroy();
      });
    });
    this.#server.maxConnections = MOST_CONNECTIONS;
    this.#server.on('connection', (socket: Socket) => this.#letIn(socket));
    this.#server.on('tlsClientError', () => this.#counts.count('no-handshake'));
    this.#timer = setInterval(() => this.#counts.tell(), TOLD_EACH_MS).unref();
  }

  /** @throws the listening's own error, as when the port is taken */
  static async start(settings: SelfCheckSettings, parts: SelfCheckParts): Promise<SelfCheckListener> {
    const listener = new SelfCheckListener(settings, parts);
    await new Promise<void>((resolve, reject) => {
      listener.#server.once('error', reject).listen(settings.port, settings.host, () => {
        listener.#server.off('error', reject);
        resolve();
      });
    });
    return listener;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  async close(): Promise<void> {
    clearInterval(this.#timer);
    const closed = new Promise<void>((resolve) => this.#server.close(() => resolve()));
    this.#server.closeAllConnections();
    await closed;
    this.#counts.tell();
  }

  #letIn(socket: Socket): void {
    if (this.#throttle.secondsToWait(networkOf(socket.remoteAddress ?? ''), this.parts.clock.now()) === 0) return;
    this.#counts.count('turned-away');
    socket.destroy();
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const language = languageAt(request.url ?? '');
    if (request.method !== 'GET' || !language) {
      response.writeHead(request.method === 'GET' ? 404 : 405, { ...HEADERS, 'content-type': 'text/plain; charset=utf-8' }).end();
      return;
    }
    const offered = request.socket instanceof TLSSocket ? (request.socket.getPeerX509Certificate()?.raw ?? null) : null;
    const finding = await judgeOffered(offered, this.parts, this.parts.clock.now());
    this.#counts.count(outcomeOf(finding));
    response.writeHead(200, HEADERS).end(selfCheckPage(finding, language, { ...this.parts, isTest: this.parts.trustAnchors.isTest }));
  }
}

/** Any certificate is let in, and none is needed: a page with words does more for its owner than a handshake that breaks. The authorities are named, so that browsers offer cards and nothing else. */
function tlsOf({ key, certificate, newestTls }: SelfCheckSettings, { trustAnchors }: SelfCheckParts) {
  return {
    key,
    cert: certificate,
    ca: trustAnchors.certificates.map(pemOf),
    requestCert: true,
    rejectUnauthorized: false,
    minVersion: 'TLSv1.2',
    maxVersion: newestTls,
    handshakeTimeout: HANDSHAKE_MS,
    // No session is taken up again: the card may be another by then.
    secureOptions: constants.SSL_OP_NO_TICKET,
  } as const;
}

function pemOf(der: Uint8Array): string {
  return `-----BEGIN CERTIFICATE-----\n${Buffer.from(der).toString('base64')}\n-----END CERTIFICATE-----\n`;
}

function languageAt(url: string): SelfCheckLanguage | undefined {
  const path = url.split('?')[0];
  return SELF_CHECK_LANGUAGES.find((language) => SELF_CHECK_PATHS[language] === path);
}
