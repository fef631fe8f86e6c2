// SPDX-License-Identifier: AGPL-3.0-or-later
import { setTimeout as sleep } from 'node:timers/promises';
import { Counter, type Happenings } from '../kill-table/carry-through';
import { drawCitizen } from '../kill-table/citizens';
import type { Cut, Method } from '../kill-table/cut';
import { CutCard, type Moment } from '../kill-table/cut-card';
import { childrenOf } from '../kill-table/kill-desk';
import { runCut } from '../kill-table/run-cut';
import { callHelpDesk } from './call-help-desk';
import { crash } from './places/core-dumps';
import type { SweepDesk } from './sweep-desk';

/** One activation, and what happens in it. Resolves to how it ended; undefined when it was not what its name says. */
export interface Scenario {
  readonly name: string;
  readonly method: Method;
  readonly run: (desk: SweepDesk, serial: number) => Promise<string | undefined>;
}

/** The factory's reading takes 13 commands (facts of the card); two later the codes are open in the card's process. */
const IN_THE_WRITE = 15;
const JAM_LASTS_MS = 1_500;

const named = (name: string, method: Method, run: Scenario['run']): Scenario => ({ name: `${name}, ${method}`, method, run });

/** Nothing happens but what an operator and a citizen do. */
const ordinary = (method: Method): Scenario => named('ordinary', method, (desk, serial) => carryThrough(desk, serial, method));

const byThePage = (method: Method): Scenario =>
  named('by the page in a browser', method, async (sweepDesk, serial) => {
    const { desk } = sweepDesk;
    const { chip, idCarta } = await drawCitizen(desk.ca, serial, method, desk.factoryOf(serial));
    await desk.tidy();
    const browser = await sweepDesk.browser();
    await browser.activate(desk, new CutCard(chip, null));
    await browser.askForRevocation(sweepDesk.pastTheLink, idCarta, await sweepDesk.lastCip());
    return 'delivered';
  });

/** One of the kill table's cuts. */
const cut = (name: string, what: Cut): Scenario =>
  named(name, what.method, async ({ desk, people }, serial) => {
    const { happenedAt, ending } = await runCut(desk, people, what, serial);
    return happenedAt === null ? undefined : ending.kind;
  });

/** The station is gone with its keys in the write: two people have the vault seal the codes to another. */
const lost = (method: Method, command: number): Scenario => cut('station lost for good, codes re-wrapped', { method, at: 'command', command, what: 'station-lost' });

/** The paper jams when the printer has begun to take the sheet: the sheet is spoiled, and its codes die. */
const jammed = (method: Method): Scenario =>
  named('sheet jams', method, async (sweepDesk, serial) => {
    const { envelopePrinter } = sweepDesk.desk;
    let jams = 0;
    sweepDesk.onPaper = () => {
      sweepDesk.onPaper = () => undefined;
      jams += 1;
      envelopePrinter.inject('media-jam');
      void sleep(JAM_LASTS_MS).then(() => envelopePrinter.clear('media-jam'));
    };
    const end = await carryThrough(sweepDesk, serial, method);
    return jams > 0 ? end : undefined;
  });

/** The card's process crashes while the codes are open in it, on a system that makes pictures of what crashes. */
const crashed = (method: Method): Scenario =>
  named('card process crashes in the write', method, (sweepDesk, serial) => {
    const act = async (): Promise<void> => {
      for (const pid of await childrenOf(sweepDesk.desk.running.station?.pid)) await crash(pid);
    };
    return carryThrough(sweepDesk, serial, method, { command: IN_THE_WRITE, what: 'world', act });
  });

/** With the envelope in hand the citizen calls the help desk, and has to be recognised. */
async function carryThrough(sweepDesk: SweepDesk, serial: number, method: Method, moment: Moment | null = null): Promise<string | undefined> {
  const { desk, people } = sweepDesk;
  const { chip, idCarta } = await drawCitizen(desk.ca, serial, method, desk.factoryOf(serial));
  await desk.tidy();
  const happenings: Happenings = { onTold: () => undefined, onScanned: () => Promise.resolve(), onDelivered: () => Promise.resolve() };
  const { kind } = await new Counter(desk, people.operator, people.supervisor, new CutCard(chip, moment), idCarta, happenings).carryThrough();
  desk.slot.pull();
  if (kind !== 'delivered') return kind;
  return (await callHelpDesk(people.helpDesk, idCarta, await sweepDesk.lastCip())) ? kind : undefined;
}

/**
 * For two desks, each of which is the other's control: the same places, other cards, other codes. The last one of each is ordinary, so that the programs whose memory is
 * looked at have served one whole activation since they were last started. Whatever the kill table can do to an activation is one line here; what a further program of the
 * desk logs or keeps in the desk's folder is looked into with the rest.
 */
export function everyScenario(): readonly (readonly Scenario[])[] {
  return [
    [
      byThePage('transport-codes'),
      cut('torn after the new PIN', { method: 'transport-codes', at: 'command', command: 14, what: 'answered-and-gone' }),
      cut('torn with the new PUK unheard', { method: 'transport-codes', at: 'command', command: 15, what: 'executed-unheard' }),
      cut('station killed in the write', { method: 'transport-codes', at: 'command', command: 16, what: 'station-killed' }),
      cut('API killed before the intent', { method: 'transport-codes', at: 'step', step: 'intent-on-its-way', what: 'api-killed' }),
      jammed('issuer-auth'),
      lost('issuer-auth', 17),
      crashed('issuer-auth'),
      ordinary('issuer-auth'),
    ],
    [
      byThePage('issuer-auth'),
      cut('torn after the new PUK', { method: 'issuer-auth', at: 'command', command: 16, what: 'answered-and-gone' }),
      cut('card process killed in the write', { method: 'issuer-auth', at: 'command', command: 17, what: 'card-process-killed' }),
      cut('station killed with the sheet under way', { method: 'issuer-auth', at: 'step', step: 'submitted-recorded', what: 'station-killed' }),
      cut('nothing comes out, sheet voided', { method: 'transport-codes', at: 'printing', what: 'nothing-comes-out' }),
      cut('API killed with the proof under way', { method: 'transport-codes', at: 'step', step: 'proof-on-its-way', what: 'api-killed' }),
      lost('transport-codes', 16),
      crashed('transport-codes'),
      ordinary('transport-codes'),
    ],
  ];
}

/** For every run of the tests. */
export function someScenarios(): readonly (readonly Scenario[])[] {
  return [
    [byThePage('transport-codes'), cut('torn after the new PUK', { method: 'issuer-auth', at: 'command', command: 16, what: 'answered-and-gone' })],
    [byThePage('issuer-auth'), lost('issuer-auth', 17), crashed('transport-codes')],
  ];
}
