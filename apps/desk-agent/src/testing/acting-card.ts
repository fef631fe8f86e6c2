// SPDX-License-Identifier: AGPL-3.0-or-later
import type { VirtualCard } from '@sportello/card-io/simulator';

/** The second byte of a command APDU (ISO 7816-4 §5.1). */
export const ins = { verify: 0x20, change: 0x24, getChallenge: 0x84, externalAuthenticate: 0x82, resetRetryCounter: 0x2c, manageSecurity: 0x22, perform: 0x2a, select: 0xa4, readBinary: 0xb0 } as const;

export interface CardAct {
  readonly on: number;
  /** Before the card has executed the command, or after, with the answer on its way. */
  readonly when: 'before' | 'after';
  /** What happens; until it resolves the card does not go on. */
  readonly act?: () => void | Promise<void>;
  /** What the reader hears instead of the card's answer. */
  readonly heard?: Uint8Array;
}

/** As an act: the card never goes on, so that only the station's own deadline, or its end, is the end of the wait. */
export const silence = (): Promise<void> => new Promise(() => undefined);

/** A card at which something happens the first time that it gets a certain command. */
export function actingCard(card: VirtualCard, { on, when, act, heard }: CardAct): VirtualCard {
  let isDone = false;
  return {
    atr: card.atr,
    get state() {
      return card.state;
    },
    reset: () => card.reset(),
    async process(command) {
      const isMoment = !isDone && command[1] === on;
      isDone ||= isMoment;
      if (isMoment && when === 'before') await act?.();
      const answer = await card.process(command);
      if (isMoment && when === 'after') await act?.();
      return isMoment ? (heard ?? answer) : answer;
    },
  };
}
