// SPDX-License-Identifier: AGPL-3.0-or-later
import { Connectors } from './connectors';
import { SlotMonitor } from './slot-monitor';
import type { PcscBinding, PcscContext, PcscSlot, PcscSlotState } from '../binding';
import type { PcscliteModule } from './pcsclite-module';

/** Longer than from one look for a missing reader to the next: each monitor costs PC/SC a context, which this binding gives back late. */
const usualLingerMs = 5_000;

/** `pcsclite` behind the port that `smartcard` is by itself: events and callbacks there, one question at a time here. All contexts share one monitor. */
export function adaptPcsclite(module: PcscliteModule, lingerMs = usualLingerMs): PcscBinding {
  const connectors = new Connectors();
  let monitor: SlotMonitor | undefined;
  let users = 0;
  let lingering: NodeJS.Timeout | undefined;

  const join = (): SlotMonitor => {
    if (monitor?.isOver) monitor = undefined;
    monitor ??= new SlotMonitor(module);
    clearTimeout(lingering);
    users += 1;
    return monitor;
  };
  const leave = (): void => {
    users -= 1;
    if (users > 0) return;
    lingering = setTimeout(() => {
      monitor?.close();
      monitor = undefined;
    }, lingerMs);
  };

  class Context implements PcscContext {
    readonly #monitor = join();
    readonly #cancelling = new AbortController();
    #isClosed = false;

    async listReaders(): Promise<readonly PcscSlot[]> {
      const names = await this.#monitor.names();
      return names.map((name): PcscSlot => ({ name, connect: (shareMode, protocols) => this.#connect(name, shareMode, protocols) }));
    }

    async waitForChange([slot]: Parameters<PcscContext['waitForChange']>[0], timeoutMs: number): Promise<readonly PcscSlotState[] | null> {
      const seen = slot && (await this.#monitor.changeOf(slot, timeoutMs, this.#cancelling.signal));
      if (this.#cancelling.signal.aborted) return null;
      return seen ? [seen] : [];
    }

    cancel(): void {
      this.#cancelling.abort();
    }

    close(): void {
      if (!this.#isClosed) leave();
      this.#isClosed = true;
    }

    async #connect(name: string, shareMode: number, protocols: number): ReturnType<PcscSlot['connect']> {
      const slot = await this.#monitor.slot(name);
      if (!slot) throw new Error('Unknown reader');
      return connectors.connect(slot.native, shareMode, protocols, slot.atr);
    }
  }
  return { Context };
}
