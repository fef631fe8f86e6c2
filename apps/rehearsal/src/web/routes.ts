// SPDX-License-Identifier: AGPL-3.0-or-later
import { assertNever } from '@sportello/domain';
import * as z from 'zod';
import { QUEUE_NAMES, type QueueName } from '../printers/printer-room';
import { TEAR_POINTS, type TearPoint } from '../reader/tear-points';
import { READER_NAMES, type ReaderName, type SelfCheckOutcome, type UseOutcome, type World } from '../world/world';
import { FAULTS, type Fault, type WorldView } from '../world/world-view';
import { done, refused, type Answer } from './answer';

type Act = (world: World, path: Readonly<Record<string, string>>, body: unknown) => Promise<Answer> | Answer;
type Route = { readonly method: 'GET' | 'POST'; readonly path: RegExp; readonly act: Act };

const Reader = z.enum(READER_NAMES).default('citizen');
const InsertBody = z.strictObject({ card: z.string().max(80), reader: Reader });
const PullBody = z.strictObject({ when: z.enum(['now', 'idle']).default('now'), reader: Reader });
const UseBody = z.strictObject({ pin: z.string().regex(/^\d{5,8}$/) });
const TearBody = z.strictObject({ at: z.enum(TEAR_POINTS).nullable() });
const SwitchBody = z.strictObject({ on: z.boolean() });

/** Every act of a hand on the citizen's side, besides reading the state (`/api/world`, `/api/events`). */
export const routesFor = (view: () => WorldView): readonly Route[] => [
  { method: 'GET', path: /^\/api\/world$/, act: () => done(view()) },
  { method: 'POST', path: /^\/api\/reader\/insert$/, act: (world, _, body) => withBody(InsertBody, body, ({ card, reader }) => insert(world, card, reader)) },
  { method: 'POST', path: /^\/api\/reader\/pull$/, act: (world, _, body) => withBody(PullBody, body, ({ when, reader }) => pull(world, when, reader)) },
  { method: 'POST', path: /^\/api\/citizens\/next$/, act: callNext },
  { method: 'POST', path: /^\/api\/cards\/(?<card>[a-z-]+)\/use$/, act: (world, { card }, body) => withBody(UseBody, body, ({ pin }) => atHome(world.useAtHome(card ?? '', pin))) },
  { method: 'POST', path: /^\/api\/cards\/(?<card>[a-z-]+)\/self-check$/, act: (world, { card }, body) => withBody(UseBody, body, ({ pin }) => atHome(world.checkAtHome(card ?? '', pin))) },
  { method: 'GET', path: /^\/api\/printers\/(?<queue>[a-z]+)\/(?<sheet>\d+)\/sides$/, act: sides },
  { method: 'POST', path: /^\/api\/printers\/(?<queue>[a-z]+)\/(?<sheet>\d+)\/open$/, act: open },
  { method: 'POST', path: /^\/api\/printers\/(?<queue>[a-z]+)\/(?<sheet>\d+)\/take$/, act: take },
  { method: 'POST', path: /^\/api\/faults\/tear$/, act: (world, _, body) => withBody(TearBody, body, ({ at }) => prepareTear(world, at)) },
  { method: 'POST', path: /^\/api\/faults\/(?<fault>[a-z-]+)$/, act: (world, { fault }, body) => withBody(SwitchBody, body, ({ on }) => setFault(world, fault, on)) },
];

const withBody = <Schema extends z.ZodType>(
  schema: Schema,
  body: unknown,
  act: (value: z.output<Schema>) => Promise<Answer> | Answer,
): Promise<Answer> | Answer => {
  const parsed = schema.safeParse(body);
  return parsed.success ? act(parsed.data) : refused(400, 'invalid-request');
};

const insert = async (world: World, card: string, reader: ReaderName): Promise<Answer> => {
  const outcome = await world.insert(card, reader);
  switch (outcome.kind) {
    case 'inserted':
      return done();
    case 'slot-taken':
      return refused(409, outcome.kind);
    case 'no-such-card':
    case 'no-such-reader':
      return refused(404, outcome.kind);
    default:
      return assertNever(outcome);
  }
};

const pull = (world: World, when: 'now' | 'idle', reader: ReaderName): Answer => {
  const slot = world.slotOf(reader);
  if (when === 'now') slot?.pull();
  else slot?.pullWhenIdle();
  return done();
};

const callNext = async (world: World): Promise<Answer> => ((await world.callNext()) ? done() : refused(409, 'reserve-empty'));

const atHome = async (trying: Promise<UseOutcome | SelfCheckOutcome>): Promise<Answer> => {
  const outcome = await trying;
  if (outcome.kind === 'no-such-card') return refused(404, outcome.kind);
  return outcome.kind === 'card-in-reader' ? refused(409, outcome.kind) : done(outcome);
};

const queueOf = (name: string | undefined): QueueName | undefined => QUEUE_NAMES.find((queue) => queue === name);

const sides: Act = (world, { queue, sheet = '' }) => {
  const name = queueOf(queue);
  const pages = name && world.sidesOf(name, sheet);
  return pages === undefined ? refused(404, 'no-such-sheet') : done({ sides: pages });
};

const open: Act = (world, { queue, sheet = '' }) => {
  const name = queueOf(queue);
  const outcome = name && world.openSheet(name, sheet);
  if (outcome === undefined || outcome.kind === 'no-such-sheet') return refused(404, 'no-such-sheet');
  return outcome.kind === 'opened' ? done(outcome.codes) : refused(409, outcome.kind);
};

const take: Act = (world, { queue, sheet = '' }) => {
  const name = queueOf(queue);
  return name !== undefined && world.takeSheet(name, sheet) ? done() : refused(404, 'no-such-sheet');
};

const prepareTear = (world: World, at: TearPoint | null): Answer => {
  world.slot.prepareTear(at);
  return done();
};

const setFault = (world: World, name: string | undefined, isOn: boolean): Answer => {
  const fault = FAULTS.find((known): known is Exclude<Fault, 'tear'> => known === name && known !== 'tear');
  if (fault === undefined) return refused(404, 'no-such-fault');
  world.setFault(fault, isOn);
  return done();
};
