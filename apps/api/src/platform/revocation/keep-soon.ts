// SPDX-License-Identifier: AGPL-3.0-or-later
import { setTimeout } from 'node:timers/promises';
import { isDatabaseAway } from '../problems/database-away';

const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 2_000;
/** Of what fails for another reason than that the database is away: it may be a fault of ours, and the hand is wanted by others. */
const MOST_FAULTS = 3;

/** Who keeps an answer. */
export interface Keeper {
  /** Whether there is still somebody to keep it. */
  mayGoOn(): boolean;
  /** It could not be kept now, and is tried again. */
  hindered(error: unknown): void;
}

/** Keeps what was answered again and again while its turn lasts: whoever asked the authority need not ask anew because the database was away for a moment. @throws what it failed by last */
export async function keepSoon(keep: () => Promise<void>, { mayGoOn, hindered }: Keeper): Promise<void> {
  let faults = 0;
  for (let tries = 0; ; tries += 1) {
    try {
      await keep();
      return;
    } catch (error) {
      if (!isDatabaseAway(error)) faults += 1;
      if (!mayGoOn() || faults === MOST_FAULTS) throw error;
      hindered(error);
      await setTimeout(Math.min(FIRST_PAUSE_MS * 2 ** tries, LONGEST_PAUSE_MS), undefined, { ref: false });
    }
  }
}
