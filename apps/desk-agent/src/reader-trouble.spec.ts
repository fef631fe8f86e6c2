// SPDX-License-Identifier: AGPL-3.0-or-later
import type { VirtualCard, VirtualCardContents } from '@sportello/card-io/simulator';
import type { StationStatus } from '@sportello/contracts';
import { actingCard, ins, silence } from './testing/acting-card';
import { demoContents, freshCard, idCartas, transportCodes } from './testing/demo-cards';
import { readEnvelope } from './testing/read-envelope';
import { muteAfterMs, TestWorld } from './testing/test-world';

jest.setTimeout(60_000);

let contents: VirtualCardContents;
let othersContents: VirtualCardContents;
let world: TestWorld;

beforeAll(async () => {
  [contents, othersContents] = await Promise.all([demoContents(idCartas.maria), demoContents(idCartas.another)]);
});
beforeEach(async () => {
  world = await TestWorld.open();
});
afterEach(async () => {
  await world.close();
});

/** The reader's conditions, as the page saw them one after the other. */
function conditions(of: 'reader' | 'operatorReader' = 'reader'): readonly StationStatus['operatorReader'][] {
  const told = world.api.heard.flatMap((message) => (message.kind === 'status' ? [message.status[of]] : []));
  return told.filter((condition, index) => condition !== told[index - 1]);
}

describe('a reader whose process has to be replaced', () => {
  it('is told as restarting when the process falls, and as ready when the next one has found it', async () => {
    await world.startStation();
    world.slot.insert(freshCard(contents));
    await world.cardEvents('recognised');
    process.kill(world.cardProcess(), 'SIGKILL');
    await world.cardEvents('recognised', 2);
    await world.api.until(() => conditions().at(-1) === 'ready');
    expect(conditions().slice(-3)).toEqual(['ready', 'restarting', 'ready']);
  });

  it('is told as restarting when a card goes mute as it is written, and the case resumes with the same codes', async () => {
    await world.startStation({ command: muteAfterMs });
    const card = freshCard(contents);
    const printing = await world.printEnvelope(actingCard(card, { on: ins.change, when: 'before', act: silence }), idCartas.maria);
    const writing = await world.writeJob(printing);
    await world.api.issue(writing);
    expect(await world.closingReport(writing.jobId)).toMatchObject({ type: 'interrupted', reason: 'outcome-unknown' });
    await world.cardEvents('recognised', 2);
    await world.api.until(() => conditions().includes('restarting') && conditions().at(-1) === 'ready');
    const again = await world.reissue(writing);
    await world.api.issue(again);
    expect(await world.closingReport(again.jobId)).toMatchObject({ type: 'written', fence: 2 });
    expect(card.state.pin).toBe(readEnvelope(world.printed[0]?.document ?? new Uint8Array()).pin);
    expect(world.printed).toHaveLength(1);
  });
});

describe('a card that was swapped for another one', () => {
  const untouched = { ...transportCodes, pinTriesLeft: 3, pukTriesLeft: 10 };

  it('between the envelope and the write is never written', async () => {
    await world.startStation();
    const printing = await world.printEnvelope(freshCard(contents), idCartas.maria);
    world.slot.pull();
    await world.cardEvents('removed');
    const another = freshCard(othersContents);
    world.slot.insert(another);
    await world.cardEvents('recognised', 2);
    const writing = await world.writeJob(printing);
    await world.api.issue(writing);
    expect(await world.closingReport(writing.jobId)).toMatchObject({ type: 'interrupted', reason: 'wrong-card' });
    expect(another.state).toMatchObject(untouched);
  });

  it('between two commands of a write is never sent the rest of them', async () => {
    await world.startStation();
    const another = freshCard(othersContents);
    const swap = (): void => {
      world.slot.pull();
      world.slot.insert(another);
    };
    const printing = await world.printEnvelope(actingCard(freshCard(contents), { on: ins.resetRetryCounter, when: 'after', act: swap }), idCartas.maria);
    const writing = await world.writeJob(printing);
    await world.api.issue(writing);
    expect(await world.closingReport(writing.jobId)).toMatchObject({ type: 'interrupted', reason: 'card-removed' });
    await world.cardEvents('recognised', 2);
    const again = await world.reissue(writing);
    await world.api.issue(again);
    expect(await world.closingReport(again.jobId)).toMatchObject({ type: 'interrupted', reason: 'wrong-card' });
    expect(another.state).toMatchObject(untouched);
  });
});

describe('a card that is seen by the contactless side of a dual reader', () => {
  it('is told as not pushed in', async () => {
    await world.startStation();
    const contactless: VirtualCard = { atr: Uint8Array.of(0x3b, 0x80, 0x80, 0x01, 0x01), state: freshCard(contents).state, reset: () => undefined, process: async () => Uint8Array.of(0x6a, 0x82) };
    world.slot.insert(contactless);
    const [refused] = await world.cardEvents('not-usable');
    expect(refused?.reason).toBe('not-pushed-in');
  });
});

describe('the operator\'s reader', () => {
  it('is told apart from the citizen\'s, with what is in it', async () => {
    const operators = await world.openOperatorSlot();
    await world.startStation();
    world.slot.insert(freshCard(contents));
    operators.insert(freshCard(othersContents));
    const recognised = await world.cardEvents('recognised', 2);
    expect(new Map(recognised.map(({ reader, reading }) => [reader, reading.idCarta]))).toEqual(new Map([['citizen', idCartas.maria], ['operator', idCartas.another]]));
    operators.pull();
    const [removed] = await world.cardEvents('removed');
    expect(removed?.reader).toBe('operator');
    await world.api.until(() => conditions('operatorReader').at(-1) === 'ready');
  });

  it('is null where there is none', async () => {
    await world.startStation();
    await world.api.until(() => conditions().at(-1) === 'ready');
    expect(conditions('operatorReader')).toEqual([null]);
  });

  it('is never written to: the job goes to the card in the citizen\'s', async () => {
    const operators = await world.openOperatorSlot();
    await world.startStation({ settle: 50 });
    const card = freshCard(contents);
    operators.insert(card);
    await world.cardEvents('recognised');
    const job = world.printJob(idCartas.maria);
    await world.api.issue(job);
    expect(await world.closingReport(job.jobId)).toMatchObject({ type: 'print-failed', reason: 'card-removed' });
    expect(card.state).toMatchObject(transportCodes);
  });

  it('keeps its name when a card in it is told as gone at the next start', async () => {
    const operators = await world.openOperatorSlot();
    await world.startStation();
    operators.insert(freshCard(othersContents));
    const [first] = await world.cardEvents('recognised');
    await world.api.goDown();
    await world.stopStation();
    await world.api.comeUp();
    await world.startStation();
    const [removed] = await world.cardEvents('removed');
    expect(removed).toMatchObject({ reader: 'operator', insertionId: first?.insertionId });
  });
});
