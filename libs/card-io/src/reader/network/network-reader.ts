// SPDX-License-Identifier: AGPL-3.0-or-later
import { BackOff } from '../back-off';
import { EventQueue } from '../event-queue';
import { pause } from '../pause';
import { CardLink } from './card-link';
import { NetworkConnection } from './network-connection';
import { vpcdControl } from './vpcd-frame';
import type { CardFault } from '../../session/fault';
import type { BackOffLimits } from '../back-off';
import type { CardReader, ConnectedCard, ReaderEvent } from '../card-reader';

export interface NetworkReaderOptions {
  readonly host: string;
  readonly port: number;
  /** Default: "Network reader host:port". */
  readonly name?: string;
  /** Between two tries to reach an endpoint that is not there; default 100 ms to 2 s. */
  readonly retry?: BackOffLimits;
}

/**
 * A reader that connects out to a card endpoint over TCP and speaks vpcd's frames, as the side that vpcd is. It asks for the ATR: an endpoint
 * without a card answers once there is one, which is how an insertion is awaited without polling. The end of the connection is the removal.
 */
export function openNetworkReader(options: NetworkReaderOptions): CardReader {
  return new NetworkReader(options);
}

class NetworkReader implements CardReader {
  readonly name: string;
  readonly #options: NetworkReaderOptions;
  readonly #retry: BackOff;
  readonly #queue = new EventQueue<ReaderEvent>();
  readonly #closing = new AbortController();
  readonly #watching: Promise<void>;
  #lastKind: ReaderEvent['kind'] | undefined;
  #link: CardLink | undefined;
  #atr: Uint8Array | undefined;
  #connection: NetworkConnection | undefined;

  constructor(options: NetworkReaderOptions) {
    this.name = options.name ?? `Network reader ${options.host}:${options.port}`;
    this.#options = options;
    this.#retry = new BackOff(options.retry ?? { firstMs: 100, longestMs: 2_000 });
    this.#watching = this.#watch();
  }

  events(): AsyncIterableIterator<ReaderEvent> {
    return this.#queue.events();
  }

  connect(): Promise<ConnectedCard | CardFault> {
    return Promise.resolve(this.#connect());
  }

  async close(): Promise<void> {
    this.#closing.abort();
    this.#link?.destroy();
    await this.#watching;
    this.#queue.end();
  }

  #connect(): ConnectedCard | CardFault {
    if (!this.#link || !this.#atr) return { kind: this.#lastKind === 'unavailable' ? 'no-reader' : 'removed' };
    if (this.#connection?.isConnected) return { kind: 'sharing-violation' };
    this.#connection = new NetworkConnection(this.#link, this.#atr);
    return { kind: 'connected', connection: this.#connection };
  }

  async #watch(): Promise<void> {
    const { signal } = this.#closing;
    while (!signal.aborted) {
      this.#link = await CardLink.dial(this.#options, signal);
      if (this.#link && (await this.#serve(this.#link))) this.#retry.reset();
      else {
        if (!this.#link && !signal.aborted) this.#report({ kind: 'unavailable', because: 'no-reader' });
        await pause(this.#retry.next(), signal);
      }
    }
  }

  /** From the connection's beginning to its end; says whether there was a card in it. */
  async #serve(link: CardLink): Promise<boolean> {
    this.#report({ kind: 'empty' });
    const atr = await link.ask(Uint8Array.of(vpcdControl.wantAtr));
    if (!atr) return false;
    this.#atr = atr;
    this.#report({ kind: 'inserted', atr });
    await link.closed;
    this.#atr = undefined;
    this.#connection = undefined;
    this.#report({ kind: 'removed' });
    return true;
  }

  /** A reader that is still empty, or still absent, is no news. */
  #report(event: ReaderEvent): void {
    if (event.kind !== this.#lastKind) this.#queue.push(event);
    this.#lastKind = event.kind;
  }
}
