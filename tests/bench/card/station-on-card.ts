// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * The real card process of a station on a simulated card that takes a real one's time: APDUs against the budget, time against the card's own. The wire to the card is
 * the world's and not the station's: what a bare loop takes for the same commands over it is measured in the same run and told apart.
 */
import { report, rounded } from '../measure';
import { activate, type Activation, openStation, type Phase, together } from './activation';
import { commandsOfActivation, wirePerCommand } from './bare-talk';
import { contentsOfSample, METHODS } from './bench-cards';
import { type CardHost, startCardHost } from './card-host';

const ROUNDS = 7;
const BUDGET = { 'transport-codes': { whole: 19, afterGoAhead: 6 }, 'issuer-auth': { whole: 21, afterGoAhead: 8 } } as const;
const BUDGET_ADDED = 0.05;

const main = async (): Promise<void> => {
  const host = await startCardHost();
  const wire = await measureWire(host);
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
    reportOverhead(method, 'recognition', wire, activations.map(({ recognition }) => recognition));
    reportOverhead(method, 'write', wire, activations.map(({ write }) => write));
    reportOverhead(method, 'whole', wire, activations.map(({ recognition, write }) => together(recognition, write)));
  }
  host.stop();
  await world.close();
};

/** Milliseconds for each command, the middle of the rounds. */
const measureWire = async (host: CardHost): Promise<number> => {
  const commands = await commandsOfActivation(await contentsOfSample());
  const rounds: number[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) rounds.push(await wirePerCommand(host, commands));
  return middle(rounds.slice(1), (milliseconds) => milliseconds);
};

/** Of the rounds the one in the middle, by what was added to the card's own time. */
const reportOverhead = (method: string, part: string, wirePerCommandMs: number, phases: readonly Phase[]): void => {
  const addedIn = ({ milliseconds, card }: Phase): number => milliseconds / card.milliseconds - 1;
  const phase = middle(phases, addedIn);
  const { milliseconds, card } = phase;
  const wireMilliseconds = card.apdus * wirePerCommandMs;
  const addedByWire = wireMilliseconds / card.milliseconds;
  report('card-overhead', {
    method,
    part,
    rounds: phases.length,
    apdus: card.apdus,
    floorMilliseconds: rounded(card.milliseconds, 1),
    wireMilliseconds: rounded(wireMilliseconds, 1),
    milliseconds: rounded(milliseconds, 1),
    added: rounded(addedIn(phase)),
    addedByWire: rounded(addedByWire),
    addedByStation: rounded(addedIn(phase) - addedByWire),
    budgetAddedByStation: BUDGET_ADDED,
  });
};

function middle<Item>(items: readonly Item[], by: (item: Item) => number): Item {
  const sorted = [...items].sort((one, other) => by(one) - by(other));
  const found = sorted[Math.floor(sorted.length / 2)];
  if (found === undefined) throw new RangeError('nothing was measured');
  return found;
}

void main();
