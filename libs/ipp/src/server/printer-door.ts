// SPDX-License-Identifier: AGPL-3.0-or-later
import { createServer as createHttpServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { decodeMessage } from '../codec/decode';
import { encodeMessage } from '../codec/encode';
import { answer } from './answer';
import type { PrinterQueue } from './queue/printer-queue';

const loopback = '127.0.0.1';
/** Larger than anything that the desk prints. */
const largestRequest = 32 << 20;

/** A printer's network socket: a port of its own on loopback, which refuses connections while the printer is offline, as a machine that is switched off does. */
export class PrinterDoor {
  readonly #http: Server;
  readonly #isSecure: boolean;
  #port: number;
  #isInUse = false;

  constructor(
    private readonly queue: PrinterQueue,
    { port, tls }: { readonly port: number; readonly tls: { readonly key: string; readonly cert: string } | undefined },
  ) {
    this.#port = port;
    this.#isSecure = tls !== undefined;
    const onRequest = (request: IncomingMessage, response: ServerResponse): void => void this.#serve(request, response);
    this.#http = tls === undefined ? createHttpServer(onRequest) : createHttpsServer(tls, onRequest);
  }

  get uri(): string {
    return `${this.#isSecure ? 'ipps' : 'ipp'}://${loopback}:${this.#port}${this.queue.options.path}`;
  }

  async open(): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      this.#http.once('error', reject);
      this.#http.listen(this.#port, loopback, () => {
        this.#http.off('error', reject);
        resolve();
      });
    });
    this.#port = (this.#http.address() as AddressInfo).port;
    this.#isInUse = true;
  }

  async close(): Promise<void> {
    this.#isInUse = false;
    if (!this.#http.listening) return;
    const closed = new Promise((resolve) => this.#http.close(resolve));
    this.#http.closeAllConnections();
    await closed;
  }

  /** Goes off and comes back with the printer, always at the same port. */
  follow(isOffline: boolean): void {
    if (!this.#isInUse || isOffline === !this.#http.listening) return;
    if (!isOffline) {
      this.#http.listen(this.#port, loopback);
      return;
    }
    this.#http.close();
    this.#http.closeAllConnections();
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { path } = this.queue.options;
    // A queue answers at its own path and at those of its jobs.
    if (request.url?.replace(/\/\d+$/, '') !== path) return void response.writeHead(404).end();
    if (request.method !== 'POST' || request.headers['content-type'] !== 'application/ipp') return void response.writeHead(400).end();
    const body = await bodyOf(request);
    if (body === 'cut-short') return void request.destroy();
    if (body === 'too-large') return void response.writeHead(413).end();
    const decoded = decodeMessage(body);
    if (decoded.kind === 'malformed') return void response.writeHead(400).end();
    const target = { queue: this.queue, printerUri: this.uri, isSecure: this.#isSecure, document: decoded.data };
    const reply = encodeMessage(answer(decoded.message, target));
    response.writeHead(200, { 'content-type': 'application/ipp', 'content-length': reply.length }).end(reply);
  }
}

const bodyOf = async (request: IncomingMessage): Promise<Buffer | 'cut-short' | 'too-large'> => {
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      length += chunk.length;
      if (length > largestRequest) return 'too-large';
      chunks.push(chunk);
    }
  } catch {
    // The client is gone, or the printer went off: whatever the reason, the request is not whole and nobody waits for an answer.
    return 'cut-short';
  }
  return Buffer.concat(chunks);
};
