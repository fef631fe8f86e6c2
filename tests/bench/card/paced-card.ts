// SPDX-License-Identifier: AGPL-3.0-or-later
import { setTimeout as sleep } from 'node:timers/promises';
import { durationOf, realCardTiming, type VirtualCard } from '@sportello/card-io/simulator';

/** What a card was asked for, and how long it took over that by itself. */
export interface Toll {
  readonly apdus: number;
  readonly milliseconds: number;
}

/** Keeps count for a card, or for all the cards of a slot, in this process or another. */
export interface Counted {
  toll(): Toll | Promise<Toll>;
}

/** A card that takes the time of a real one, whatever carries its commands: the floor of everything that is done with it. */
export interface PacedCard extends VirtualCard {
  toll(): Toll;
}

export function paced(card: VirtualCard): PacedCard {
  let [apdus, milliseconds] = [0, 0];
  return {
    atr: card.atr,
    get state() {
      return card.state;
    },
    toll: () => ({ apdus, milliseconds }),
    reset: () => card.reset(),
    process: async (command) => {
      const begun = performance.now();
      const response = await card.process(command);
      const left = begun + durationOf(realCardTiming, command, response) - performance.now();
      if (left > 0) await sleep(left);
      apdus += 1;
      milliseconds += performance.now() - begun;
      return response;
    },
  };
}

export function sum(one: Toll, other: Toll): Toll {
  return { apdus: one.apdus + other.apdus, milliseconds: one.milliseconds + other.milliseconds };
}

export function between(before: Toll, after: Toll): Toll {
  return { apdus: after.apdus - before.apdus, milliseconds: after.milliseconds - before.milliseconds };
}
