// SPDX-License-Identifier: AGPL-3.0-or-later
import { createRequire } from 'node:module';
import { adaptPcsclite } from './pcsclite/pcsclite-binding';
import type { PcscliteModule } from './pcsclite/pcsclite-module';

/** The native bindings of which a station uses one. */
export const PCSC_BINDINGS = ['smartcard', 'pcsclite'] as const;
export type PcscBindingName = (typeof PCSC_BINDINGS)[number];

/** The part of the `smartcard` binding that is used here, named after PC/SC's own functions there; the other one is adapted to it. What an error is, its text alone tells. */
export interface PcscBinding {
  readonly Context: new () => PcscContext;
}

export interface PcscContext {
  /** `smartcard` blocks the thread for a moment. */
  listReaders(): readonly PcscSlot[] | Promise<readonly PcscSlot[]>;
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
  /** `smartcard` blocks the thread, for ever while a transmit hangs. */
  disconnect(disposition: number): void | Promise<void>;
}

export type PcscBindingLoad =
  | { readonly kind: 'loaded'; readonly binding: PcscBinding }
  /** npm skips a native build that fails, silently. `remedy` is the sentence to show. */
  | { readonly kind: 'not-built'; readonly reason: string; readonly remedy: string };

const remedyOf = (name: PcscBindingName): string =>
  `The PC/SC binding ${name} is not built for this Node: install a C++ compiler, make, Python 3 and the PC/SC headers (Debian: libpcsclite-dev), then repeat npm ci.`;

/** Loads a native binding. `load` stands for Node's own loader, and differs in tests only. */
export function loadPcscBinding(name: PcscBindingName = 'smartcard', load: (name: string) => unknown = createRequire(__filename)): PcscBindingLoad {
  try {
    const loaded = load(name);
    return { kind: 'loaded', binding: name === 'smartcard' ? (loaded as PcscBinding) : adaptPcsclite(loaded as PcscliteModule) };
  } catch (error) {
    const [reason = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
    return { kind: 'not-built', reason, remedy: remedyOf(name) };
  }
}
