// SPDX-License-Identifier: AGPL-3.0-or-later
import { setTimeout } from 'node:timers/promises';
import type { Citizen } from './citizens';
import type { Desks, Recorded } from './desks';

const STEP_MS = 20;
/** One in so many is sent twice. */
const SENT_TWICE = 20;

/** So many in so many seconds, whether or not those before them have been told a number; `at` these parts of the time something happens besides. */
export async function come(desks: Desks, people: readonly Citizen[], seconds: number, at: Readonly<Record<number, () => Promise<void>>> = {}): Promise<readonly Promise<Recorded>[]> {
  const [steps, began] = [(seconds * 1000) / STEP_MS, performance.now()];
  const happenings = new Map(Object.entries(at).map(([part, happening]) => [Math.floor(Number(part) * steps), happening]));
  const answers: Promise<Recorded>[] = [];
  for (let step = 0; step < steps; step += 1) {
    await happenings.get(step)?.();
    const until = Math.round(((step + 1) * people.length) / steps);
    for (const citizen of people.slice(answers.length, until)) answers.push(desks.record(answers.length, citizen, answers.length % SENT_TWICE === 0));
    await setTimeout(Math.max(0, began + (step + 1) * STEP_MS - performance.now()));
  }
  return answers;
}
