// SPDX-License-Identifier: AGPL-3.0-or-later
import { slotState } from '../constants';
import { connectFault } from '../fault-table';
import { later, type NativeMonitor, type NativeReader, type PcscliteModule } from './pcsclite-module';
import type { PcscSlotState } from '../binding';

interface SeenSlot {
  readonly native: NativeReader;
  /** Unaware until the reader has told for the first time. */
  readonly state: number;
  readonly atr: Uint8Array | null;
}

/** One look of `pcsclite` at PC/SC, as long as that lives: the readers, and what is in them. */
export class SlotMonitor {
  readonly #native: NativeMonitor;
  readonly #slots = new Map<string, SeenSlot>();
  readonly #waiting = new Set<() => void>();
  #isListed = false;
  #fault: Error | undefined;

  /** Throws when PC/SC is not running. */
  constructor(module: PcscliteModule) {
    const native = module();
    this.#native = native;
    native.on('reader', (reader) => this.#watch(reader));
    native.on('error', (error) => this.#change(() => (this.#fault = error)));
    const start = native.start.bind(native);
    native.start = (told) =>
      start((error, names) => {
        told(error, names);
        this.#change(() => (this.#isListed = true));
      });
  }

  /** PC/SC is gone. */
  get isOver(): boolean {
    return this.#fault !== undefined;
  }

  async names(): Promise<readonly string[]> {
    await this.#until(() => this.#isListed);
    return [...this.#slots.keys()];
  }

  /** The native object that watches the reader, and what it saw last. */
  async slot(name: string): Promise<SeenSlot | undefined> {
    await this.#until(() => this.#slots.get(name)?.state !== slotState.unaware);
    return this.#slots.get(name);
  }

  /** The slot as it is now, when that is not what is known of it; undefined: no change in time, or the signal. */
  async changeOf({ name, state }: { readonly name: string; readonly state: number }, timeoutMs: number, signal: AbortSignal): Promise<PcscSlotState | undefined> {
    await this.#until(() => this.#isListed);
    const found = await this.#until(() => this.#newsOf(name, state), timeoutMs, signal);
    return found || undefined;
  }

  /** Blocks the thread for some milliseconds. */
  close(): void {
    for (const { native } of this.#slots.values()) native.close();
    this.#native.close();
  }

  #newsOf(name: string, known: number): PcscSlotState | false {
    const seen = this.#slots.get(name) ?? { state: slotState.unknown, atr: null };
    if (seen.state === slotState.unaware || seen.state === known) return false;
    return { name, state: seen.state | slotState.changed, atr: seen.atr };
  }

  #watch(native: NativeReader): void {
    const { name } = native;
    this.#slots.set(name, { native, state: slotState.unaware, atr: null });
    native.on('status', ({ state, atr }) => this.#change(() => this.#see(name, { native, state: state & ~slotState.changed, atr: atr?.length ? Uint8Array.from(atr) : null })));
    native.on('error', (error) => this.#change(() => this.#lose(name, error)));
    native.on('end', () => this.#change(() => this.#slots.delete(name)));
  }

  /** What comes late, of a reader that has gone, is dropped. */
  #see(name: string, slot: SeenSlot): void {
    if (this.#slots.get(name)?.native === slot.native) this.#slots.set(name, slot);
  }

  /** The reader's end may be heard before PC/SC's own. */
  #lose(name: string, error: Error): void {
    if (connectFault(error).kind === 'no-service') this.#fault ??= error;
    this.#slots.delete(name);
  }

  #change(act: () => void): void {
    later(() => {
      act();
      for (const wake of [...this.#waiting]) wake();
    });
  }

  /** Resolves with what the probe finds as soon as it finds something, false after the time or the signal; rejects when PC/SC is gone. */
  #until<T>(probe: () => T | false, timeoutMs?: number, signal?: AbortSignal): Promise<T | false> {
    return new Promise((resolve, reject) => {
      const look = (): void => {
        const fault = this.#fault;
        const found = fault === undefined && probe();
        if (fault) settle(() => reject(fault));
        else if (found !== false) settle(() => resolve(found));
        else if (signal?.aborted) settle(() => resolve(false));
      };
      const settle = (end: () => void): void => {
        clearTimeout(timer);
        this.#waiting.delete(look);
        signal?.removeEventListener('abort', look);
        end();
      };
      const timer = timeoutMs === undefined ? undefined : setTimeout(() => settle(() => resolve(false)), timeoutMs);
      this.#waiting.add(look);
      signal?.addEventListener('abort', look);
      look();
    });
  }
}
