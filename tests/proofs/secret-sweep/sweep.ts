// SPDX-License-Identifier: AGPL-3.0-or-later
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Judged, judge, type Seen } from './judge';
import { PLACE_KINDS, type PlaceKind } from './places/sample';
import type { Scenario } from './scenarios';
import { CodeSight, countCodes } from './sight-codes';
import { SweepDesk } from './sweep-desk';

export interface Swept extends Judged {
  readonly codes: number;
  /** Kinds of place in which there was something to look at, and how much. */
  readonly looked: ReadonlyMap<PlaceKind, number>;
  /** Scenarios that were not what their name says. */
  readonly notReached: readonly string[];
}

export type Tell = (line: string) => void;

/** Two desks live through their scenarios side by side; then every code of both is looked for in every place of both. */
export async function sweep(scenarios: readonly (readonly Scenario[])[], tell: Tell): Promise<Swept> {
  const folder = await mkdtemp(join(tmpdir(), 'sportello-sweep-'));
  const desks: SweepDesk[] = [];
  try {
    // One after the other: two that look for a free port at once may find the same.
    for (const [number, plan] of scenarios.entries()) desks.push(await SweepDesk.open(number, plan.map((scenario, index) => serialOf(scenario, number, index)), join(folder, String(number))));
    const ends = await Promise.all(desks.map((desk) => runAll(desk, scenarios[desk.number] ?? [], tell)));
    return { ...(await lookEverywhere(desks, tell)), notReached: ends.flat() };
  } finally {
    for (const desk of desks) await desk.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Even for transport codes, odd for the issuer's key, as the desk's register was told; other cards at each desk. */
function serialOf({ method }: Scenario, desk: number, index: number): number {
  return 1_000 * (desk + 1) + 2 * index + (method === 'issuer-auth' ? 1 : 0);
}

async function runAll(desk: SweepDesk, plan: readonly Scenario[], tell: Tell): Promise<readonly string[]> {
  const notReached: string[] = [];
  for (const [index, scenario] of plan.entries()) {
    const end = await scenario.run(desk, serialOf(scenario, desk.number, index));
    tell(`desk ${desk.number}: ${scenario.name}: ${end ?? 'did not come to it'}`);
    if (end === undefined || end === 'stuck') notReached.push(scenario.name);
  }
  return notReached;
}

async function lookEverywhere(desks: readonly SweepDesk[], tell: Tell): Promise<Omit<Swept, 'notReached'>> {
  const codes = (await Promise.all(desks.map((desk) => desk.codes()))).flat();
  const sight = new CodeSight(codes);
  const looked = new Map<PlaceKind, number>();
  const seen: Seen[] = [];
  const ownNumbers = desks.map((desk) => desk.ownNumbers);
  for (const { number, samples } of desks.map((desk) => ({ number: desk.number, samples: desk.samples() }))) {
    for await (const { kind, part, bytes } of samples) {
      looked.set(kind, (looked.get(kind) ?? 0) + bytes.length);
      for (const sighting of sight.in(bytes)) seen.push({ ...sighting, place: kind, part, desk: number });
    }
  }
  for (const kind of PLACE_KINDS) tell(`${kind}: ${Math.round((looked.get(kind) ?? 0) / 1024)} KiB`);
  return { codes: countCodes(codes), looked, ...judge(seen, ownNumbers) };
}
