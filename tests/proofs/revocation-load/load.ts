// SPDX-License-Identifier: AGPL-3.0-or-later
import { setTimeout } from 'node:timers/promises';
/* eslint-disable-next-line @nx/enforce-module-boundaries -- the database of the API’s tests: no package */
import { freshDatabase } from '../../../apps/api/src/testing/fresh-database';
import { ApiCopies } from './api-copies';
import { AuthorityProcess } from './authority-process';
import { type Citizen, citizens, rememberDelivered } from './citizens';
import { Desks, type Recorded, SET_UP } from './desks';
import { Outcome, type Times, timesOf } from './outcome';

export interface Load {
  readonly seconds: number;
  /** Requests a second. */
  readonly rate: number;
  /** Before, at a rate of every day. */
  readonly calm: { readonly seconds: number; readonly rate: number };
  readonly say?: (line: string) => void;
}

export interface LoadTally {
  /** Citizens who came in the rush, each with a document and a card of their own: of the ways of identification the one that costs no slow hash, of which two cores make few a second. */
  readonly requests: number;
  /** Of all who came, those whom no desk told a number. */
  readonly notRecorded: Readonly<Record<string, number>>;
  readonly recordedPerSecond: number;
  /** Sent again under their key, because the first answer told nothing. */
  readonly sentAgain: number;
  /** Recorded, and in the end not revoked at the authority or not seen so. */
  readonly lost: number;
  /** Certificates that the authority was asked about under two transactions, and requests that stand twice in the database, went out twice or moved twice. */
  readonly doubled: number;
  /** Messages that the authority heard: more than requests, when an answer got lost. */
  readonly heard: number;
  /** Until the desk was told the number, and until the authority's OCSP said *revoked*: on the calm day, in the rush, and in the rush until the authority went away. */
  readonly ms: { readonly calm: { readonly recorded: Times | null; readonly visible: Times | null }; readonly rush: { readonly recorded: Times | null; readonly visibleUntilAway: Times | null } };
  readonly awaySeconds: number;
  /** From its return until the last of those that had waited was seen revoked. */
  readonly caughtUpMs: number;
}

const STEP_MS = 20;
/** One in so many is sent twice. */
const SENT_TWICE = 20;

/** Requests are recorded at desks, first few and then many; in the second third of the rush the authority is away. Two copies of the API carry them. */
export async function load({ seconds, rate, calm, say = () => undefined }: Load): Promise<LoadTally> {
  const [authority, database] = await Promise.all([AuthorityProcess.start(), freshDatabase()]);
  let copies: ApiCopies | undefined;
  try {
    copies = await ApiCopies.start(database, authority, SET_UP);
    const desks = await Desks.open(copies.urls);
    const everybody = citizens(calm.seconds * calm.rate + seconds * rate);
    await rememberDelivered(database, everybody, await authority.certificates(everybody.length), desks.someOperator);
    const [first, rush] = [everybody.slice(0, calm.seconds * calm.rate), everybody.slice(calm.seconds * calm.rate)];
    const outcome = new Outcome(database);

    say(`${first.length} come in ${calm.seconds} s.`);
    const toldFirst = await Promise.all(await come(desks, first, calm.seconds));
    await outcome.untilConfirmed(recordedOf(toldFirst).length, say);
    const calmVisible = await outcome.visible(new Date());

    let [wentAway, cameBack] = [new Date(), new Date()];
    const rushAt = new Date();
    const began = performance.now();
    const answers = await come(desks, rush, seconds, {
      [1 / 3]: async () => {
        wentAway = new Date();
        await authority.away();
        say('The authority is away.');
      },
      [2 / 3]: async () => {
        cameBack = new Date();
        await authority.back();
        say('The authority is back.');
      },
    });
    const told = await Promise.all(answers);
    const elapsed = (performance.now() - began) / 1000;
    const recorded = recordedOf([...toldFirst, ...told]);
    say(`${recordedOf(told).length} were recorded in ${elapsed.toFixed(1)} s; waiting for the last to be seen revoked.`);
    await outcome.untilConfirmed(recorded.length, say);

    const { heard, revoked, doubled } = await authority.tally();
    return {
      requests: rush.length,
      notRecorded: refusedOf([...toldFirst, ...told]),
      recordedPerSecond: Math.round((recordedOf(told).length / elapsed) * 10) / 10,
      sentAgain: recorded.filter(({ tries }) => tries > 1).length,
      lost: recorded.length - Math.min(await outcome.confirmedOf(recorded), revoked),
      doubled: doubled + (await outcome.doubled()),
      heard,
      ms: {
        calm: { recorded: timesOf(recordedOf(toldFirst).map(({ ms }) => ms)), visible: timesOf(calmVisible) },
        rush: { recorded: timesOf(recordedOf(told).map(({ ms }) => ms)), visibleUntilAway: timesOf(await outcome.visible(wentAway, rushAt)) },
      },
      awaySeconds: Math.round((cameBack.getTime() - wentAway.getTime()) / 1000),
      caughtUpMs: Math.max(0, (await outcome.lastVisibleOf(cameBack)) - cameBack.getTime()),
    };
  } finally {
    await copies?.stop();
    await database.drop();
    await authority.stop();
  }
}

/** So many in so many seconds, whether or not those before them have been told a number; `at` these parts of the time something happens besides. */
async function come(desks: Desks, people: readonly Citizen[], seconds: number, at: Readonly<Record<number, () => Promise<void>>> = {}): Promise<readonly Promise<Recorded>[]> {
  const [steps, began] = [(seconds * 1000) / STEP_MS, performance.now()];
  const happenings = new Map(Object.entries(at).map(([part, happening]) => [Math.floor(Number(part) * steps), happening]));
  const answers: Promise<Recorded>[] = [];
  for (let step = 0; step < steps; step += 1) {
    await happenings.get(step)?.();
    for (const [index, citizen] of people.slice(0, Math.round(((step + 1) * people.length) / steps)).entries()) {
      if (index >= answers.length) answers.push(desks.record(index, citizen, index % SENT_TWICE === 0));
    }
    await setTimeout(Math.max(0, began + (step + 1) * STEP_MS - performance.now()));
  }
  return answers;
}

function recordedOf(told: readonly Recorded[]) {
  return told.flatMap((answer) => (answer.kind === 'recorded' ? [answer] : []));
}

/** How many were not recorded, by what the desk was told instead. */
function refusedOf(told: readonly Recorded[]): Readonly<Record<string, number>> {
  const reasons: Record<string, number> = {};
  for (const answer of told) if (answer.kind === 'refused') reasons[answer.because] = (reasons[answer.because] ?? 0) + 1;
  return reasons;
}
