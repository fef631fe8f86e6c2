// SPDX-License-Identifier: AGPL-3.0-or-later
import { setTimeout as sleep } from 'node:timers/promises';
import { cryptogramOf, deriveCardKey, type ActivationMethod } from '@sportello/card-io/issuer';
// eslint-disable-next-line @nx/enforce-module-boundaries -- the desk around a station is the station's own test double of it, and no package
import { TestWorld } from '../../../apps/desk-agent/src/testing/test-world';
// eslint-disable-next-line @nx/enforce-module-boundaries -- as above
import type { ReaderChoice } from '../../../apps/desk-agent/src/config/addresses';
import { factoryCodes, idCarta, issuerMaster } from './bench-cards';
import { between, type Counted, type Toll } from './paced-card';

/** What one phase took on the whole, and what of that the card took. */
export interface Phase {
  readonly card: Toll;
  readonly milliseconds: number;
}

export interface Activation {
  readonly recognition: Phase;
  readonly write: Phase;
}

/** A station with its real card process, and what is around it at a desk. */
export async function openStation(reader: ReaderChoice): Promise<TestWorld> {
  const world = await TestWorld.open();
  const settings = world.settings();
  world.settings = () => ({ ...settings, reader });
  world.api.issuer = (id, challenge) => cryptogramOf(deriveCardKey(issuerMaster, id), challenge);
  await world.startStation();
  return world;
}

/** Resolves when the station has a process ready for the next card: it starts one after each stay, well before a next hand comes with a next card. */
async function readyForCard(world: TestWorld): Promise<void> {
  const waiting = (): number => world.logged.filter((line) => line.includes('a card\'s process waits')).length;
  while (waiting() <= stays) await sleep(20);
  // For the process to have done what it does when it is idle, and not only to be there.
  await sleep(1_500);
}

let stays = 0;

/** From the insertion to the written chip. Between the two phases an envelope is printed, which is no affair of the card's. */
export async function activate(world: TestWorld, card: Counted, method: ActivationMethod, insert: () => void | Promise<void>): Promise<Activation> {
  await readyForCard(world);
  stays += 1;
  const recognition = await phase(card, async () => {
    await insert();
    await world.cardEvents('recognised', stays);
  });
  const printing = world.printJob(idCarta);
  await world.api.issue(printing);
  await world.closingReport(printing.jobId);
  const authority = method === 'issuer-auth' ? { authority: { method, keyVersion: 1 } } : {};
  const writing = await world.writeJob(printing, authority, factoryCodes);
  const before = await card.toll();
  await world.api.issue(writing);
  const report = await world.closingReport(writing.jobId);
  if (report.type !== 'written') throw new Error(`the card was not written: ${JSON.stringify(report)}`);
  // The station's clock, from the job's arrival to the proof: the way to the API and back is not the card's.
  const write = { card: between(before, await card.toll()), milliseconds: report.figures.totalMilliseconds };
  return { recognition, write };
}

export async function phase(card: Counted, work: () => Promise<unknown>): Promise<Phase> {
  const [before, begun] = [await card.toll(), performance.now()];
  await work();
  const milliseconds = performance.now() - begun;
  return { card: between(before, await card.toll()), milliseconds };
}

export function together(...phases: readonly Phase[]): Phase {
  const sum = (of: (phase: Phase) => number): number => phases.reduce((total, phase) => total + of(phase), 0);
  return { card: { apdus: sum(({ card }) => card.apdus), milliseconds: sum(({ card }) => card.milliseconds) }, milliseconds: sum(({ milliseconds }) => milliseconds) };
}
