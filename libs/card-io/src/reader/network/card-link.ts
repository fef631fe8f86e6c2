// SPDX-License-Identifier: AGPL-3.0-or-later
import { connect } from 'node:net';
import { FrameDecoder, encodeFrame } from './vpcd-frame';
import type { Socket } from 'node:net';

export interface CardAddress {
  readonly host: string;
  readonly port: number;
}

/** One TCP connection to a card endpoint, seen from the reader: questions with one answer each. Its end is the card's removal. */
export class CardLink {
  /** Resolves when the connection is gone, whoever ended it. */
  readonly closed: Promise<void>;
  readonly #socket: Socket;
  readonly #frames = new FrameDecoder();
  #answer: ((payload: Uint8Array | undefined) => void) | undefined;

  private constructor(socket: Socket) {
    this.#socket = socket;
    this.closed = new Promise((resolve) => {
      socket.once('close', () => {
        this.#settle(undefined);
        resolve();
      });
    });
    socket.on('data', (chunk) => this.#receive(chunk));
    socket.on('error', () => socket.destroy()); // 'close' follows and tells everybody
  }

  /** Undefined when nobody listens there, or the signal was aborted meanwhile. */
  static dial({ host, port }: CardAddress, signal: AbortSignal): Promise<CardLink | undefined> {
    return new Promise((resolve) => {
      // One write per frame and no waiting for acknowledgements: Nagle's algorithm would cost 40 ms per APDU.
      const socket = connect({ host, port, noDelay: true });
      const settle = (link: CardLink | undefined): void => {
        signal.removeEventListener('abort', giveUp);
        socket.off('error', giveUp);
        resolve(link);
      };
      const giveUp = (): void => {
        socket.destroy();
        settle(undefined);
      };
      signal.addEventListener('abort', giveUp);
      socket.once('error', giveUp);
      socket.once('connect', () => settle(new CardLink(socket)));
    });
  }

  /** Sends a frame and waits for the next one; undefined when the connection ends first. */
  ask(payload: Uint8Array): Promise<Uint8Array | undefined> {
    if (this.#answer) throw new Error('the card was asked twice at once');
    if (this.#socket.destroyed) return Promise.resolve(undefined);
    const answered = new Promise<Uint8Array | undefined>((resolve) => {
      this.#answer = resolve;
    });
    this.tell(payload);
    return answered;
  }

  /** Sends a frame that has no answer. */
  tell(payload: Uint8Array): void {
    const frame = encodeFrame(payload);
    this.#socket.write(frame, () => frame.fill(0)); // the payload may hold a code
  }

  destroy(): void {
    this.#socket.destroy();
  }

  #receive(chunk: Uint8Array): void {
    for (const payload of this.#frames.push(chunk)) {
      if (this.#answer) this.#settle(payload);
      else this.destroy(); // not asked for: the two sides have lost each other
    }
  }

  #settle(payload: Uint8Array | undefined): void {
    const answer = this.#answer;
    this.#answer = undefined;
    answer?.(payload);
  }
}
