// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CardConnection } from './card-connection';
import type { CardFault } from './fault';

/** One APDU pair without its contents: what may be logged. */
export interface TranscriptEntry {
  /** The command's name, e.g. `select`. */
  readonly command: string;
  /** CLA INS P1 P2 in hex. */
  readonly header: string;
  /** Bytes of command data. */
  readonly sent: number;
  /** Bytes of response data. */
  readonly received: number;
  /** The status word, or the fault's kind. */
  readonly sw: number | CardFault['kind'];
}

export interface SessionOptions {
  readonly transcript?: (entry: TranscriptEntry) => void;
  /** Per command; default 10,000. */
  readonly deadlineMs?: number;
}

export declare class CardSession {
  constructor(connection: CardConnection, options?: SessionOptions);
  /** Of the card, as it answered the reset. */
  get atr(): Uint8Array;
  /** APDUs sent so far. */
  get exchanges(): number;
  /** False after the first fault, or close(). */
  get isOpen(): boolean;
  /** Resets the card and ends the session. */
  close(): Promise<void>;
}
