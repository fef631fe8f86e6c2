// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CardConnection } from '../session/card-connection';
import type { CardFault } from '../session/fault';

/** What happens in the slot, in order. The first event tells the state in which the reader was found. */
export type ReaderEvent =
  /** No reader to watch (it is looked for again, with back-off). */
  | { readonly kind: 'unavailable'; readonly because: 'no-service' | 'no-reader' }
  /** The reader is there and has no card. */
  | { readonly kind: 'empty' }
  /** A card that answered its reset. Its ATR tells whether it may be a TS-CNS. */
  | { readonly kind: 'inserted'; readonly atr: Uint8Array }
  /** Something is in the slot and does not answer the reset: upside down, dirty, broken. */
  | { readonly kind: 'unresponsive' }
  /** The card of the last `inserted` or `unresponsive` is gone, or so is its reader. What is there now follows. */
  | { readonly kind: 'removed' };

export interface ConnectedCard {
  readonly kind: 'connected';
  readonly connection: CardConnection;
}

/** The station's reader port: one slot. */
export interface CardReader {
  /** How the reader calls itself; for the operator and the log. */
  readonly name: string;
  /** The events from now on; ends with close(). One consumer. */
  events(): AsyncIterableIterator<ReaderEvent>;
  /** Connects to the card in the slot, exclusively. */
  connect(): Promise<ConnectedCard | CardFault>;
  close(): Promise<void>;
}
