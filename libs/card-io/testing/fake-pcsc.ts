// SPDX-License-Identifier: AGPL-3.0-or-later
import { fromHex } from '../src/bytes/hex';
import { slotState } from '../src/pcsc/constants';
import type { PcscBinding, PcscCard, PcscContext, PcscSlot, PcscSlotState } from '../src/pcsc/binding';

export const fakeAtr = fromHex('3B021450');

/**
 * PC/SC with one reader, as far as the binding lets one see it. Each insertion and removal counts up, as in pcscd; a context that is closed, or
 * whose service is gone, throws.
 */
export class FakePcsc {
  readonly binding: PcscBinding;
  readonly openContexts = new Set<PcscContext>();
  readonly dispositions: number[] = [];
  hasService = true;
  readers: string[] = ['Reader 0'];
  /** What connecting does. */
  connecting: () => Promise<PcscCard> = () => Promise.resolve(this.card());
  /** What a command is answered. */
  answer: () => Promise<Uint8Array> = () => Promise.resolve(Uint8Array.of(0x90, 0x00));
  #state: number = slotState.unaware;
  #waiting: (() => void)[] = [];

  constructor() {
    const open = (): PcscContext => this.#open();
    function Context(): PcscContext {
      return open(); // what a constructor returns is what "new" gives
    }
    this.binding = { Context: Context as unknown as PcscBinding['Context'] };
  }

  insert(isMute = false): void {
    this.#change(slotState.present | (isMute ? slotState.mute : 0));
  }

  remove(): void {
    this.#change(0);
  }

  unplug(): void {
    this.readers = [];
    this.#wake();
  }

  stopService(): void {
    this.hasService = false;
    this.#wake();
  }

  card(): PcscCard {
    return {
      atr: fakeAtr,
      transmit: () => this.answer(),
      disconnect: (disposition) => {
        this.dispositions.push(disposition);
        if (!(this.#state & slotState.present)) throw new Error('Card was removed');
      },
    };
  }

  #change(flags: number): void {
    this.#state = ((this.#state & ~0xffff) + 0x10000) | flags;
    this.#wake();
  }

  #wake(): void {
    for (const wake of this.#waiting.splice(0)) wake();
  }

  #open(): PcscContext {
    if (!this.hasService) throw new Error('PC/SC service not running');
    let isCancelled = false;
    const context: PcscContext = {
      listReaders: () => this.readers.map((name): PcscSlot => ({ name, connect: () => this.connecting() })),
      waitForChange: async ([slot], timeoutMs) => {
        const end = Date.now() + timeoutMs;
        for (;;) {
          const seen = this.#look(slot?.name ?? '');
          if (isCancelled) return null;
          if (seen.state !== slot?.state) return [{ ...seen, state: seen.state | slotState.changed }];
          if (Date.now() >= end) return [];
          await new Promise<void>((resolve) => {
            this.#waiting.push(resolve);
            setTimeout(resolve, end - Date.now()).unref();
          });
        }
      },
      cancel: () => {
        isCancelled = true;
        this.#wake();
      },
      close: () => void this.openContexts.delete(context),
    };
    this.openContexts.add(context);
    return context;
  }

  #look(name: string): PcscSlotState {
    if (!this.hasService) throw new Error('PC/SC service stopped');
    if (!this.readers.includes(name)) return { name, state: slotState.unknown, atr: null };
    const isAnswering = this.#state & slotState.present && !(this.#state & slotState.mute);
    return { name, state: this.#state || 0x10, atr: isAnswering ? fakeAtr : null };
  }
}
