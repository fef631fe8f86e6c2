// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CardConnection, RawAnswer } from '../session/card-connection';
import type { CardFault } from '../session/fault';
import type { VirtualCard } from './virtual-card';

/** Where the card is pulled: while the n-th command (from 1) of this connection is under way, before or after the chip executed it. */
export interface Tear {
  readonly command: number;
  readonly isExecuted: boolean;
}

/** A connection without reader and wire, for tests. */
export function connectDirectly(card: VirtualCard, tear?: Tear): CardConnection {
  card.reset();
  let count = 0;
  let isTorn = false;
  return {
    atr: card.atr,
    async transmit(command): Promise<RawAnswer | CardFault> {
      count += 1;
      if (isTorn) return { kind: 'session-over' };
      isTorn = count === tear?.command;
      const bytes = isTorn && !tear?.isExecuted ? new Uint8Array() : await card.process(command);
      return isTorn ? { kind: 'outcome-unknown', because: 'removed' } : { kind: 'answered', bytes };
    },
    disconnect() {
      card.reset();
      return Promise.resolve();
    },
  };
}
