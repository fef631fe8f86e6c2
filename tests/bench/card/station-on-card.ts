// SPDX-License-Identifier: AGPL-3.0-or-later
/** The real card process of a station on a simulated card that takes a real one's time: APDUs against the budget, time against the card's own. */
import { report, rounded } from '../measure';
import { activate, type Activation, openStation, type Phase, together } from './activation';
import { METHODS } from './bench-cards';
import { startCardHost } from './card-host';

const ROUNDS = 7;
const BUDGET = { 'transport-codes': { whole: 19, afterGoAhead: 6 }, 'issuer-auth': { whole: 21, afterGoAhead: 8 } } as const;
const BUDGET_ADDED = 0.05;

const main = async (): Promise<void> => {
  const host = await startCardHost();
  const world = await openStation({ kind: 'network', host: '127.0.0.1', port: host.port });
  for (const method of METHODS) {
    const activations: Activation[] = [];
    // The first one warms up and does not count.
    for (let round = 0; round <= ROUNDS; round += 1) {
      const activation = await activate(world, host, method, () => host.insert());
      await host.pull();
      if (round > 0) activations.push(activation);
    }
    const whole = Math.max(...activations.map(({ recognition, write }) => together(recognition, write).card.apdus));
    const afterGoAhead = Math.max(...activations.map(({ write }) => write.card.apdus));
    const budget = BUDGET[method];
    report('card-apdus', { method, rounds: ROUNDS, certificateBytes: host.certificateBytes, whole, budget: budget.whole, ratio: rounded(whole / budget.whole), afterGoAhead, afterGoAheadBudget: budget.afterGoAhead, afterGoAheadRatio: rounded(afterGoAhead / budget.afterGoAhead) });
    reportOverhead(method, 'recognition', activations.map(({ recognition }) => recognition));
    reportOverhead(method, 'write', activations.map(({ write }) => write));
    reportOverhead(method, 'whole', activations.map(({ recognition, write }) => together(recognition, write)));
  }
  host.stop();
  await world.close();
};

/** Of the rounds the one in the middle, by what the station added. */
const reportOverhead = (method: string, part: string, phases: readonly Phase[]): void => {
  const added = ({ milliseconds, card }: Phase): number => milliseconds / card.milliseconds - 1;
  const sorted = [...phases].sort((one, other) => added(one) - added(other));
  const middle = sorted[Math.floor(sorted.length / 2)];
  if (!middle) throw new RangeError('nothing was measured');
  const { milliseconds, card } = middle;
  report('card-overhead', { method, part, rounds: phases.length, apdus: card.apdus, floorMilliseconds: rounded(card.milliseconds, 1), milliseconds: rounded(milliseconds, 1), added: rounded(added(middle)), budgetAdded: BUDGET_ADDED });
};

void main();
