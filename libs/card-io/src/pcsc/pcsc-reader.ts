// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CardReader } from '../reader/card-reader';

/** The native binding, loaded. Opaque: only this entry point knows its shape. */
export interface PcscBinding {
  readonly Context: unknown;
}

export type PcscBindingLoad =
  | { readonly kind: 'loaded'; readonly binding: PcscBinding }
  /** npm skipped the native build, or this platform has none. `remedy` is the sentence to show. */
  | { readonly kind: 'not-built'; readonly remedy: string };

export declare function loadPcscBinding(): PcscBindingLoad;

export interface PcscReaderOptions {
  readonly binding: PcscBinding;
  /** The reader's PC/SC name; default: the first one that PC/SC lists. */
  readonly readerName?: string;
}

export declare function openPcscReader(options: PcscReaderOptions): CardReader;

/** The names of the readers, in PC/SC's order. */
export declare function listPcscReaders(binding: PcscBinding): { readonly kind: 'readers'; readonly names: readonly string[] } | { readonly kind: 'no-service' };
