// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CardReader } from '../card-reader';

export interface NetworkReaderOptions {
  readonly host: string;
  readonly port: number;
  /** Default: "Network reader host:port". */
  readonly name?: string;
}

/** A reader that connects out to a card endpoint over TCP and speaks vpcd's frames; the socket's close is the card's removal. */
export declare function openNetworkReader(options: NetworkReaderOptions): CardReader;
