// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Errand, type ErrandAnswer, ToChild, type ToParent } from './messages';

/** The child's end of the channel. */
export interface ParentLink {
  tell(message: ToParent): void;
  /** Asks the parent to do something and waits until it has. */
  run(errand: Errand): Promise<ErrandAnswer>;
  /** Resolves when all that was told has left this process. */
  flush(): Promise<void>;
}

/** The part of `process` that is the channel. */
export interface IpcChannel {
  send(message: unknown, sent: () => void): unknown;
  on(event: 'message', listener: (message: unknown) => void): unknown;
  on(event: 'disconnect', listener: () => void): unknown;
}

export type Order = Exclude<ToChild, { type: 'answer' }>;

export interface ParentLinkOptions {
  /** Hears every message but the answers, which go to whoever waits for them. */
  readonly onOrder: (order: Order) => void;
  readonly onGone: () => void;
}

export function connectToParent(channel: IpcChannel, { onOrder, onGone }: ParentLinkOptions): ParentLink {
  const waiting = new Map<number, (answer: ErrandAnswer) => void>();
  const leaving = new Set<Promise<void>>();
  let lastErrand = 0;

  channel.on('message', (received) => {
    const message = ToChild.parse(received);
    if (message.type !== 'answer') {
      onOrder(message);
      return;
    }
    waiting.get(message.errandId)?.(message.answer);
    waiting.delete(message.errandId);
  });
  channel.on('disconnect', onGone);

  const tell = (message: ToParent): void => {
    const sent = new Promise<void>((resolve) => channel.send(message, resolve));
    leaving.add(sent);
    void sent.then(() => leaving.delete(sent));
  };
  return {
    tell,
    run: (errand) =>
      new Promise((settle) => {
        lastErrand += 1;
        waiting.set(lastErrand, settle);
        tell({ type: 'errand', errandId: lastErrand, errand });
      }),
    flush: async () => {
      await Promise.all(leaving);
    },
  };
}
