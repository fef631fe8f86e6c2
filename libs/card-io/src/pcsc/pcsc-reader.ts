// SPDX-License-Identifier: AGPL-3.0-or-later
import { BackOff } from '../reader/back-off';
import { EventQueue } from '../reader/event-queue';
import { pause } from '../reader/pause';
import { withDeadline } from '../session/deadline';
import { anyProtocol, shareExclusive } from './constants';
import { connectFault } from './fault-table';
import { PcscConnection } from './pcsc-connection';
import { eventsBetween } from './slot-events';
import { watchSlot } from './slot-watch';
import type { BackOffLimits } from '../reader/back-off';
import type { CardReader, ConnectedCard, ReaderEvent } from '../reader/card-reader';
import type { CardFault } from '../session/fault';
import type { PcscBinding, PcscContext } from './binding';
import type { SlotView } from './slot-events';

export interface PcscReaderOptions {
  readonly binding: PcscBinding;
  /** The reader's PC/SC name; default: the only one that PC/SC lists, at each look; of several none is taken. */
  readonly readerName?: string;
  /** How long a card must have been in before it is told; default 100 ms. */
  readonly settleMs?: number;
  /** How long connecting may take; default 10 s. */
  readonly connectDeadlineMs?: number;
  /** Between two looks for a reader or a service that is not there; default 250 ms to 2 s. */
  readonly retry?: BackOffLimits;
}

/** One PC/SC reader. Watching has a context of its own, and so has each connection: a context is locked while a call on it waits. */
export function openPcscReader(options: PcscReaderOptions): CardReader {
  return new PcscReader(options);
}

class PcscReader implements CardReader {
  readonly #options: PcscReaderOptions;
  readonly #queue = new EventQueue<ReaderEvent>();
  readonly #closing = new AbortController();
  readonly #watching: Promise<void>;
  readonly #retry: BackOff;
  #name: string | undefined;
  #view: SlotView | undefined;
  #watchContext: PcscContext | undefined;

  constructor(options: PcscReaderOptions) {
    this.#options = options;
    this.#name = options.readerName;
    this.#retry = new BackOff(options.retry ?? { firstMs: 250, longestMs: 2_000 });
    this.#watching = this.#watch();
  }

  get name(): string {
    return this.#name ?? 'PC/SC';
  }

  events(): AsyncIterableIterator<ReaderEvent> {
    return this.#queue.events();
  }

  async connect(): Promise<ConnectedCard | CardFault> {
    let context: PcscContext | undefined;
    try {
      context = new this.#options.binding.Context();
      const slot = (await context.listReaders()).find(({ name }) => name === this.#name);
      if (!slot) throw new Error('Unknown reader');
      const connecting = slot.connect(shareExclusive, anyProtocol);
      const card = await withDeadline(connecting, this.#options.connectDeadlineMs ?? 10_000, 'late' as const);
      return card === 'late' ? { kind: 'mute' } : { kind: 'connected', connection: new PcscConnection(context, card) };
    } catch (error) {
      context?.close();
      return connectFault(error);
    }
  }

  async close(): Promise<void> {
    this.#closing.abort();
    this.#watchContext?.cancel();
    await this.#watching;
    this.#queue.end();
  }

  async #watch(): Promise<void> {
    const { signal } = this.#closing;
    while (!signal.aborted) {
      const because = await this.#watchOnce();
      if (signal.aborted) return;
      this.#see({ kind: 'unavailable', because });
      await pause(this.#retry.next(), signal);
    }
  }

  /** Watches until the reader or PC/SC is gone, and says which. */
  async #watchOnce(): Promise<'no-service' | 'no-reader'> {
    try {
      this.#watchContext = new this.#options.binding.Context();
      const names = (await this.#watchContext.listReaders()).map(({ name }) => name);
      // Of several it takes none: the second one is most likely not the citizen's.
      this.#name = this.#options.readerName ?? (names.length === 1 ? names[0] : undefined);
      if (this.#name === undefined || !names.includes(this.#name)) return 'no-reader';
      const watch = { settleMs: this.#options.settleMs ?? 100, signal: this.#closing.signal };
      for await (const contents of watchSlot(this.#watchContext, this.#name, watch)) {
        this.#retry.reset();
        this.#see(contents);
      }
      return 'no-reader';
    } catch (error) {
      return connectFault(error).kind === 'no-service' ? 'no-service' : 'no-reader';
    } finally {
      this.#watchContext?.close();
      this.#watchContext = undefined;
    }
  }

  #see(view: SlotView): void {
    for (const event of eventsBetween(this.#view, view)) this.#queue.push(event);
    this.#view = view;
  }
}
