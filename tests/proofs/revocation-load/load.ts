// SPDX-License-Identifier: AGPL-3.0-or-later
/* eslint-disable-next-line @nx/enforce-module-boundaries -- the database of the API’s tests: no package */
import { freshDatabase } from '../../../apps/api/src/testing/fresh-database';
import { ApiCopies } from './api-copies';
import { AuthorityProcess } from './authority-process';
import { citizens, rememberDelivered } from './citizens';
import { come } from './come';
import { Desks, type Recorded, SET_UP } from './desks';
import { Outcome, type Times, timesOf } from './outcome';
import { type Processors, ProcessorUse, spentOn } from './processors';

export interface Pace {
  readonly seconds: number;
  /** Requests a second. */
  readonly rate: number;
}

export interface Load {
  readonly seconds: number;
  /** Requests a second. */
  readonly rate: number;
  /** Before, at a rate of every day. */
  readonly calm: Pace;
  /** Between the two, each with the next higher rate, until one is too much. */
  readonly climb: readonly Pace[];
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
  /** While more and more came, the authority being there: by their rate. */
  readonly climb: readonly { readonly rate: number; readonly recorded: Times | null; readonly visible: Times | null }[];
  /** The highest rate of the climb at which 99 of 100 were seen revoked within two seconds; null: none. */
  readonly holdsAt: number | null;
  /** Of the rush, until the last was seen revoked, for each request; null where the system does not tell. */
  readonly processorMs: Processors | null;
}

/** The issue's own measure, from the request to OCSP's *revoked*. */
const VISIBLE_P99_MS = 2_000;

/** Requests are recorded at desks, first few and then many; in the second third of the rush the authority is away. Two copies of the API carry them. */
export async function load({ seconds, rate, calm, climb, say = () => undefined }: Load): Promise<LoadTally> {
  const [authority, database] = await Promise.all([AuthorityProcess.start(), freshDatabase()]);
  let copies: ApiCopies | undefined;
  try {
    copies = await ApiCopies.start(database, authority, SET_UP);
    const desks = await Desks.open(copies.urls);
    const all = [calm, ...climb, { seconds, rate }];
    const everybody = citizens(all.reduce((sum, pace) => sum + pace.seconds * pace.rate, 0));
    await rememberDelivered(database, everybody, await authority.certificates(everybody.length), desks.someOperator);
    const outcome = new Outcome(database);
    const use = await ProcessorUse.of(database, { api: copies.pids, authority: authority.pids });
    let arrived = 0;
    const told: Recorded[] = [];

    const quietly = async (pace: Pace): Promise<{ readonly rate: number; readonly recorded: Times | null; readonly visible: Times | null }> => {
      say(`${pace.rate} a second come for ${pace.seconds} s.`);
      const from = new Date();
      const people = everybody.slice(arrived, (arrived += pace.seconds * pace.rate));
      const answers = await Promise.all(await come(desks, people, pace.seconds));
      told.push(...answers);
      await outcome.untilConfirmed(recordedOf(told).length, say);
      return { rate: pace.rate, recorded: timesOf(recordedOf(answers).map(({ ms }) => ms)), visible: timesOf(await outcome.visible(new Date(), from)) };
    };
    const { recorded, visible } = await quietly(calm);
    const climbed: Awaited<ReturnType<typeof quietly>>[] = [];
    for (const pace of climb) {
      climbed.push(await quietly(pace));
      if (!climbed.every(isHeld)) break;
    }

    const rush = everybody.slice(-seconds * rate);
    let [wentAway, cameBack] = [new Date(), new Date()];
    const [rushAt, before, began] = [new Date(), use.now(), performance.now()];
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
    const toldInRush = await Promise.all(answers);
    told.push(...toldInRush);
    const elapsed = (performance.now() - began) / 1000;
    const inRush = recordedOf(toldInRush);
    say(`${inRush.length} were recorded in ${elapsed.toFixed(1)} s; waiting for the last to be seen revoked.`);
    await outcome.untilConfirmed(recordedOf(told).length, say);

    const { heard, revoked, doubled } = await authority.tally();
    return {
      requests: rush.length,
      notRecorded: refusedOf(told),
      recordedPerSecond: Math.round((inRush.length / elapsed) * 10) / 10,
      sentAgain: recordedOf(told).filter(({ tries }) => tries > 1).length,
      lost: recordedOf(told).length - Math.min(await outcome.confirmedOf(recordedOf(told)), revoked),
      doubled: doubled + (await outcome.doubled()),
      heard,
      ms: {
        calm: { recorded, visible },
        rush: { recorded: timesOf(inRush.map(({ ms }) => ms)), visibleUntilAway: timesOf(await outcome.visible(wentAway, rushAt)) },
      },
      awaySeconds: Math.round((cameBack.getTime() - wentAway.getTime()) / 1000),
      caughtUpMs: Math.max(0, (await outcome.lastVisibleOf(cameBack)) - cameBack.getTime()),
      climb: climbed,
      holdsAt: climbed.findLast(isHeld)?.rate ?? null,
      processorMs: spentOn(inRush.length, before, use.now()),
    };
  } finally {
    await copies?.stop();
    await database.drop();
    await authority.stop();
  }
}

function isHeld({ visible }: { readonly visible: Times | null }): boolean {
  return visible !== null && visible.p99 <= VISIBLE_P99_MS;
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
