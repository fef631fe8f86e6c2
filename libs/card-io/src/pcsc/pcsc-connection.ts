// SPDX-License-Identifier: AGPL-3.0-or-later
import { withDeadline } from '../session/deadline';
import { resetCard } from './constants';
import { transmitFault } from './fault-table';
import type { CardConnection, RawAnswer } from '../session/card-connection';
import type { CardFault } from '../session/fault';
import type { PcscCard, PcscContext } from './binding';

/** A card held exclusively through PC/SC, with a context of its own: a context serves one call at a time. */
export class PcscConnection implements CardConnection {
  readonly atr: Uint8Array;
  readonly #context: PcscContext;
  readonly #card: PcscCard;
  #state: 'connected' | 'hanging' | 'disconnected' = 'connected';

  constructor(context: PcscContext, card: PcscCard) {
    this.#context = context;
    this.#card = card;
    this.atr = card.atr ?? new Uint8Array();
  }

  async transmit(command: Uint8Array, deadlineMs: number): Promise<RawAnswer | CardFault> {
    if (this.#state !== 'connected') return { kind: 'session-over' };
    const view = Buffer.from(command.buffer, command.byteOffset, command.byteLength); // no copy: the command may hold a code
    const sent = this.#card.transmit(view).then(
      (bytes): RawAnswer => ({ kind: 'answered', bytes }),
      (error: unknown): CardFault => transmitFault(error),
    );
    const answer = await withDeadline(sent, deadlineMs, { kind: 'mute' } as const);
    if (answer.kind === 'mute') this.#state = 'hanging';
    return answer;
  }

  /** A transmit that hangs holds the context's lock: a native call would then block this process for ever, and its end is all that helps. */
  async disconnect(): Promise<void> {
    if (this.#state === 'connected') await this.#release();
  }

  async #release(): Promise<void> {
    this.#state = 'disconnected';
    try {
      await this.#card.disconnect(resetCard);
    } catch {
      // The card is gone already, and its verified PIN with it: there is nothing left to reset.
    } finally {
      this.#context.close();
    }
  }
}
