// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Cut } from './cut';
import { KillDesk } from './kill-desk';
import { Operator } from './operator';
import { type Outcome, runCut } from './run-cut';

/** The number of the card for the n-th cut: even for transport codes, odd for the issuer's key, as the desk's register was told. */
const serialOf = ({ method }: Cut, index: number): number => 2 * (index + 1) + (method === 'issuer-auth' ? 1 : 0);

/** Runs the cuts one after the other, at so many desks side by side; the outcomes come in the order of the cuts. */
export async function runCuts(cuts: readonly Cut[], desks: number, tell: (outcome: Outcome, index: number) => void = () => undefined): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  let next = 0;
  // One after the other: two that look for a free port at once may find the same.
  let opening: Promise<unknown> = Promise.resolve();
  const openDesk = (): Promise<KillDesk> => {
    const opened = opening.then(() => KillDesk.open(cuts.map(serialOf)));
    opening = opened.catch(() => undefined);
    return opened;
  };
  const work = async (): Promise<void> => {
    const desk = await openDesk();
    try {
      const staff = { operator: await Operator.signIn(desk.url, desk.signIn), supervisor: await Operator.signIn(desk.url, desk.supervisor) };
      for (let index = next++; index < cuts.length; index = next++) {
        const cut = cuts[index];
        if (!cut) break;
        const outcome = await runCut(desk, staff, cut, serialOf(cut, index));
        outcomes[index] = outcome;
        tell(outcome, index);
      }
    } finally {
      await desk.close();
    }
  };
  await Promise.all(Array.from({ length: desks }, work));
  return outcomes;
}
