// SPDX-License-Identifier: AGPL-3.0-or-later
import { createRequire } from 'node:module';

/** The part of the `smartcard` binding that is used here; named after PC/SC's own functions there. An error's text is all that it tells. */
export interface PcscBinding {
  readonly Context: new () => PcscContext;
}

export interface PcscContext {
  /** Blocks the thread for a moment. */
  listReaders(): readonly PcscSlot[];
  /** SCardGetStatusChange in a worker thread; null after cancel(), an empty list after the timeout. */
  waitForChange(readers: readonly { readonly name: string; readonly state: number }[], timeoutMs: number): Promise<readonly PcscSlotState[] | null>;
  cancel(): void;
  close(): void;
}

export interface PcscSlot {
  readonly name: string;
  connect(shareMode: number, protocols: number): Promise<PcscCard>;
}

export interface PcscSlotState {
  readonly name: string;
  /** Flags in the lower 16 bits, a count of insertions and removals in the upper. */
  readonly state: number;
  readonly atr: Uint8Array | null;
}

export interface PcscCard {
  readonly atr: Uint8Array | null;
  transmit(command: Buffer): Promise<Uint8Array>;
  /** Blocks the thread, for ever while a transmit hangs. */
  disconnect(disposition: number): void;
}

export type PcscBindingLoad =
  | { readonly kind: 'loaded'; readonly binding: PcscBinding }
  /** npm skips a native build that fails, silently. `remedy` is the sentence to show. */
  | { readonly kind: 'not-built'; readonly reason: string; readonly remedy: string };

const remedy =
  'The PC/SC binding is not built on this machine: install a C++ compiler, make, Python 3 and the PC/SC headers (Debian: libpcsclite-dev), then repeat npm ci.';

/** Loads the native binding. `load` stands for Node's own loader, and differs in tests only. */
export function loadPcscBinding(load: (name: string) => unknown = createRequire(__filename)): PcscBindingLoad {
  try {
    return { kind: 'loaded', binding: load('smartcard') as PcscBinding };
  } catch (error) {
    return { kind: 'not-built', reason: error instanceof Error ? error.message : String(error), remedy };
  }
}
