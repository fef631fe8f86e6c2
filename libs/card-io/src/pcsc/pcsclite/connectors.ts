// SPDX-License-Identifier: AGPL-3.0-or-later
import { connectFault } from '../fault-table';
import { later, type NativeReader, type NativeReaderClass } from './pcsclite-module';
import type { PcscCard } from '../binding';

/** Short APDUs: 256 bytes and the status word (ISO 7816-4 §5.1). */
const longestAnswer = 258;

/**
 * The native objects that connect to cards, apart from those that watch: one object does both under one lock, and the watching would stand still, and the event loop
 * with it, behind a command that is never answered. Each holds a PC/SC context for good, so it is used again; and none is ever given up to the garbage collector,
 * which would wait for a thread that one of these never had.
 */
export class Connectors {
  readonly #kept: NativeReader[] = [];
  readonly #free = new Map<string, NativeReader>();

  /** `watcher` is any native reader of that name. */
  async connect(watcher: NativeReader, shareMode: number, protocols: number, atr: Uint8Array | null): Promise<PcscCard> {
    const native = this.#take(watcher);
    try {
      const protocol = await called<number>((done) => native._connect(shareMode, protocols, done));
      return {
        atr,
        transmit: (command) => called<Buffer>((done) => native._transmit(command, longestAnswer, protocol, done)),
        disconnect: async (disposition) => {
          await called((done) => native._disconnect(disposition, done));
          this.#free.set(native.name, native);
        },
      };
    } catch (error) {
      // Its context has died with the service.
      if (connectFault(error).kind !== 'no-service') this.#free.set(native.name, native);
      throw error;
    }
  }

  #take(watcher: NativeReader): NativeReader {
    const { name } = watcher;
    const free = this.#free.get(name);
    this.#free.delete(name);
    if (free) return free;
    const { constructor: Reader } = Object.getPrototypeOf(watcher) as { readonly constructor: NativeReaderClass };
    const made = new Reader(name);
    this.#kept.push(made);
    return made;
  }
}

function called<T>(call: (done: (error: Error | undefined, result?: T) => void) => void): Promise<T> {
  return new Promise((resolve, reject) => {
    call((error, result) => later(() => (error ? reject(error) : resolve(result as T))));
  });
}
