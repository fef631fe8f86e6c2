// SPDX-License-Identifier: AGPL-3.0-or-later
import { withDeadline } from '../../session/deadline';
import { vpcdControl } from './vpcd-frame';
import type { CardConnection, RawAnswer } from '../../session/card-connection';
import type { CardFault } from '../../session/fault';
import type { CardLink } from './card-link';

/** The exclusive use of a card behind a link. Several may follow one another while the card stays in. */
export class NetworkConnection implements CardConnection {
  readonly atr: Uint8Array;
  readonly #link: CardLink;
  #isConnected = true;

  constructor(link: CardLink, atr: Uint8Array) {
    this.#link = link;
    this.atr = atr;
    link.tell(Uint8Array.of(vpcdControl.powerOn));
  }

  get isConnected(): boolean {
    return this.#isConnected;
  }

  async transmit(command: Uint8Array, deadlineMs: number): Promise<RawAnswer | CardFault> {
    if (!this.#isConnected) return { kind: 'session-over' };
    const bytes = await withDeadline(this.#link.ask(command), deadlineMs, 'late' as const);
    if (bytes === 'late') {
      this.#link.destroy(); // an answer that comes later must not be taken for the next command's
      return { kind: 'mute' };
    }
    return bytes ? { kind: 'answered', bytes } : { kind: 'outcome-unknown', because: 'removed' };
  }

  disconnect(): Promise<void> {
    if (this.#isConnected) this.#link.tell(Uint8Array.of(vpcdControl.reset));
    this.#isConnected = false;
    return Promise.resolve();
  }
}
