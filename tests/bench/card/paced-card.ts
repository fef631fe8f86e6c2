// SPDX-License-Identifier: AGPL-3.0-or-later
import { setTimeout as sleep } from 'node:timers/promises';
import { realCardTiming, type VirtualCard } from '@sportello/card-io/simulator';
import { durationOf } from '../../../libs/card-io/src/simulator/card-timing';

/** What a card was asked for, and how long it took over that by itself. */
export interface Toll {
  readonly apdus: number;
  readonly milliseconds: number;
}

/** A card that takes the time of a real one, whatever carries its commands, and keeps count of both: the floor of everything that is done with it. */
export interface PacedCard extends VirtualCard {
  readonly toll: Toll;
}

export function paced(card: VirtualCard): PacedCard {
  let [apdus, milliseconds] = [0, 0];
  return {
    atr: card.atr,
    get state() {
      return card.state;
    },
    get toll() {
      return { apdus, milliseconds };
    },
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

export function between(before: Toll, after: Toll): Toll {
  return { apdus: after.apdus - before.apdus, milliseconds: after.milliseconds - before.milliseconds };
}
