// SPDX-License-Identifier: AGPL-3.0-or-later
import { FrameDecoder, encodeFrame, vpcdControl } from '../reader/network/vpcd-frame';
import { pause } from '../reader/pause';
import { durationOf } from './card-timing';
import type { Socket } from 'node:net';
import type { CardTiming } from './card-timing';
import type { VirtualCard } from './virtual-card';

/**
 * The card's side of one connection that speaks vpcd's frames. A card may be there from the beginning, or be inserted later: until then the
 * question for its ATR stays open.
 */
export class CardSide {
  readonly #socket: Socket;
  readonly #timing: CardTiming | undefined;
  readonly #frames = new FrameDecoder();
  readonly #gone = new AbortController();
  #card: VirtualCard | undefined;
  #isAtrWanted = false;
  #work: Promise<void> = Promise.resolve();

  constructor(socket: Socket, timing?: CardTiming) {
    this.#socket = socket;
    this.#timing = timing;
    socket.setNoDelay(true);
    socket.on('data', (chunk) => {
      for (const payload of this.#frames.push(chunk)) this.#work = this.#work.then(() => this.#serve(payload));
    });
    socket.on('error', () => socket.destroy()); // a reader that is gone; 'close' follows
    socket.once('close', () => {
      this.#gone.abort();
      this.#card?.reset(); // no reader, no power
    });
  }

  insert(card: VirtualCard): void {
    this.#card = card;
    card.reset();
    if (this.#isAtrWanted) this.#answerAtr(card);
  }

  async #serve(payload: Uint8Array): Promise<void> {
    const [control, ...more] = payload;
    if (control === undefined) return;
    if (more.length > 0) return this.#answerCommand(payload);
    if (control !== vpcdControl.wantAtr) this.#card?.reset();
    else if (this.#card) this.#answerAtr(this.#card);
    else this.#isAtrWanted = true;
  }

  #answerAtr(card: VirtualCard): void {
    this.#isAtrWanted = false;
    this.#socket.write(encodeFrame(card.atr));
  }

  async #answerCommand(command: Uint8Array): Promise<void> {
    if (!this.#card) return;
    const begun = performance.now();
    const response = await this.#card.process(command);
    if (this.#timing) await until(begun + durationOf(this.#timing, command, response), this.#gone.signal);
    if (!this.#socket.destroyed) this.#socket.write(encodeFrame(response));
  }
}

/** Timers are a millisecond coarse: the rest of the time is spent turning, so that a bench measures the model and not the timer. */
async function until(moment: number, gone: AbortSignal): Promise<void> {
  const coarse = Math.floor(moment - performance.now()) - 1;
  if (coarse > 0) await pause(coarse, gone);
  while (performance.now() < moment && !gone.aborted) await new Promise((resolve) => setImmediate(resolve));
}
