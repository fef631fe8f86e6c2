// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CardFault } from './fault';

/** The bytes that came back: data and status word, two at least. */
export interface RawAnswer {
  readonly kind: 'answered';
  readonly bytes: Uint8Array;
}

/**
 * The port to one card in one reader, held exclusively from connecting to disconnecting. Adapters: PC/SC (`@sportello/card-io/pcsc`) and the
 * network reader. One command at a time; the session sees to it.
 */
export interface CardConnection {
  readonly atr: Uint8Array;
  /** Sends one command APDU. Not answered after `deadlineMs`: `mute`. An adapter keeps no reference to `command`: the session wipes it. */
  transmit(command: Uint8Array, deadlineMs: number): Promise<RawAnswer | CardFault>;
  /** Ends the connection and resets the card, so that no verified PIN is left to the next program. Never fails. */
  disconnect(): Promise<void>;
}
