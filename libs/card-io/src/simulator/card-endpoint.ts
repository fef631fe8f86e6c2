// SPDX-License-Identifier: AGPL-3.0-or-later
import { createServer } from 'node:net';
import { CardSide } from './card-side';
import type { AddressInfo, Server, Socket } from 'node:net';
import type { CardTiming } from './card-timing';
import type { VirtualCard } from './virtual-card';

export interface CardEndpointOptions {
  /** Default 127.0.0.1. */
  readonly host?: string;
  /** Default 0: a free one. */
  readonly port?: number;
  /** Default: as fast as it can. */
  readonly timing?: CardTiming;
}

/** A slot that a network reader connects to. */
export interface CardEndpoint {
  readonly host: string;
  readonly port: number;
  /** The card in the slot. */
  readonly card: VirtualCard | undefined;
  /** Whether a reader holds the slot. */
  readonly hasReader: boolean;
  /** A slot that is not empty throws: pull first. */
  insert(card: VirtualCard): void;
  /** At any moment, in the middle of a command too: it may have been executed, its answer is lost. */
  pull(): void;
  close(): Promise<void>;
}

export async function serveCardEndpoint(options: CardEndpointOptions = {}): Promise<CardEndpoint> {
  const endpoint = new Slot(options);
  await endpoint.listen();
  return endpoint;
}

class Slot implements CardEndpoint {
  readonly host: string;
  readonly #options: CardEndpointOptions;
  readonly #server: Server;
  #card: VirtualCard | undefined;
  #reader: { readonly socket: Socket; readonly side: CardSide } | undefined;

  constructor(options: CardEndpointOptions) {
    this.host = options.host ?? '127.0.0.1';
    this.#options = options;
    this.#server = createServer((socket) => this.#accept(socket));
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  get card(): VirtualCard | undefined {
    return this.#card;
  }

  get hasReader(): boolean {
    return this.#reader !== undefined;
  }

  listen(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#server.once('error', reject);
      this.#server.listen(this.#options.port ?? 0, this.host, resolve);
    });
  }

  insert(card: VirtualCard): void {
    if (this.#card) throw new Error('there is a card in the slot');
    this.#card = card;
    this.#reader?.side.insert(card);
  }

  pull(): void {
    if (!this.#card) return;
    this.#card.reset();
    this.#card = undefined;
    this.#reader?.socket.destroy();
  }

  async close(): Promise<void> {
    this.#reader?.socket.destroy();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  /** One reader at a time, as in a slot of plastic: a second one is turned away and may try again. */
  #accept(socket: Socket): void {
    if (this.#reader) {
      socket.destroy();
      return;
    }
    const side = new CardSide(socket, this.#options.timing);
    this.#reader = { socket, side };
    socket.once('close', () => (this.#reader = undefined));
    if (this.#card) side.insert(this.#card);
  }
}
