// SPDX-License-Identifier: AGPL-3.0-or-later
import type { VirtualCard, VirtualCardContents } from '@sportello/card-io/simulator';
import type { JobReport, WriteCardJob } from '@sportello/contracts';
import { type CardAct, actingCard, ins, silence } from './testing/acting-card';
import { demoContents, freshCard, freshIssuersCard, idCartas, issuerOfDemoCards, transportCodes } from './testing/demo-cards';
import { readEnvelope } from './testing/read-envelope';
import { TestWorld } from './testing/test-world';

jest.setTimeout(60_000);

let contents: VirtualCardContents;
let world: TestWorld;

beforeAll(async () => {
  contents = await demoContents(idCartas.maria);
});
beforeEach(async () => {
  world = await TestWorld.open();
  world.api.issuer = issuerOfDemoCards;
});
afterEach(async () => {
  await world.close();
});

const authority = { authority: { method: 'issuer-auth', keyVersion: 1 } } as const;
const untouched = { ...transportCodes, pinTriesLeft: 3, pukTriesLeft: 10, issuerTriesLeft: 5 };

async function beginWriting(card: VirtualCard, happening?: CardAct): Promise<WriteCardJob> {
  const printing = await world.printEnvelope(happening ? actingCard(card, happening) : card, idCartas.maria);
  const writing = await world.writeJob(printing, authority);
  await world.api.issue(writing);
  return writing;
}

async function resume(former: WriteCardJob, visits: number): Promise<JobReport> {
  await world.cardEvents('recognised', visits);
  const again = { ...(await world.reissue(former)), ...authority };
  await world.api.issue(again);
  return world.closingReport(again.jobId);
}

function expectCodesOfTheEnvelopeOn(card: VirtualCard): void {
  const { pin, puk } = readEnvelope(world.printed[0]?.document ?? new Uint8Array());
  expect(card.state).toEqual({ ...untouched, pin, puk });
}

describe('a card that its issuer authenticates itself to', () => {
  it('is written with 8 APDUs after the go-ahead, and takes one challenge for it', async () => {
    await world.startStation();
    const card = freshIssuersCard(contents);
    const { jobId } = await beginWriting(card);
    expect(await world.closingReport(jobId)).toMatchObject({ type: 'written', figures: { apdusAfterGoAhead: 8 } });
    expectCodesOfTheEnvelopeOn(card);
    expect(world.api.challenges).toHaveLength(1);
  });

  const steps = [ins.getChallenge, ins.externalAuthenticate, ins.change, ins.resetRetryCounter, ins.verify, ins.perform];
  it.each(steps.flatMap((on) => (['before', 'after'] as const).map((when) => ({ on, when, name: on.toString(16).toUpperCase() }))))(
    'pulled $when INS $name: is finished with the same codes when it is back, at the cost of no try and no second sheet',
    async ({ on, when }) => {
      await world.startStation();
      const card = freshIssuersCard(contents);
      const interrupted = await beginWriting(card, { on, when, act: () => world.slot.pull() });
      expect(await world.closingReport(interrupted.jobId)).toEqual({ type: 'interrupted', fence: 1, reason: 'card-removed', statusWord: null });
      await world.cardEvents('removed');
      world.slot.insert(card);
      expect(await resume(interrupted, 2)).toMatchObject({ type: 'written', fence: 2 });
      expectCodesOfTheEnvelopeOn(card);
      expect(world.printed).toHaveLength(1);
    },
  );

  it('is finished by the next process when its own is killed in the middle', async () => {
    await world.startStation();
    const card = freshIssuersCard(contents);
    const writing = await beginWriting(card, { on: ins.change, when: 'after', act: () => void process.kill(world.cardProcess(), 'SIGKILL') });
    expect(await world.closingReport(writing.jobId)).toMatchObject({ type: 'interrupted', reason: 'station-interrupted' });
    expect(await resume(writing, 2)).toMatchObject({ type: 'written', fence: 2 });
    expectCodesOfTheEnvelopeOn(card);
  });

  it('is finished by the next station when its own was stopped in the middle', async () => {
    await world.startStation();
    const card = freshIssuersCard(contents);
    const writing = await beginWriting(card, { on: ins.externalAuthenticate, when: 'after', act: silence });
    await world.api.until(() => world.api.challenges.length === 1);
    await world.stopStation();
    await world.startStation();
    expect(await world.closingReport(writing.jobId)).toMatchObject({ type: 'interrupted' });
    expect(await resume(writing, 2)).toMatchObject({ type: 'written' });
    expectCodesOfTheEnvelopeOn(card);
  });
});

describe('a cryptogram that does not come', () => {
  it('because the API is silent: the card is let go as it was, and read anew for the next write', async () => {
    await world.startStation({ issuer: 4_000 });
    const card = freshIssuersCard(contents);
    const writing = await beginWriting(card, { on: ins.getChallenge, when: 'after', act: () => world.api.goDown() });
    await world.api.until(() => world.logged.some((line) => line.includes('"link-lost"')));
    expect(card.state).toEqual(untouched);
    await world.api.comeUp();
    expect(await world.closingReport(writing.jobId)).toMatchObject({ type: 'interrupted', reason: 'link-lost' });
    expect(await resume(writing, 2)).toMatchObject({ type: 'written', fence: 2 });
    expectCodesOfTheEnvelopeOn(card);
  });

  it('because its answer was lost on the way: the same challenge is brought again', async () => {
    await world.startStation();
    const card = freshIssuersCard(contents);
    const writing = await beginWriting(card, { on: ins.getChallenge, when: 'after', act: () => void (world.api.answersToLose = 1) });
    expect(await world.closingReport(writing.jobId)).toMatchObject({ type: 'written' });
    expect(new Set(world.api.challenges).size).toBe(1);
  });

  it('because the API refuses it: the card is not touched', async () => {
    await world.startStation();
    world.api.issuer = null;
    const card = freshIssuersCard(contents);
    const { jobId } = await beginWriting(card);
    expect(await world.closingReport(jobId)).toMatchObject({ type: 'interrupted', reason: 'cryptogram-refused', statusWord: null });
    expect(card.state).toEqual(untouched);
  });

  it('because another has the lease now: the codes are forgotten', async () => {
    await world.startStation();
    const card = freshIssuersCard(contents);
    world.api.refuse = (path) => (path.endsWith('/cryptogram') ? { status: 409, code: 'lease-lost' } : undefined);
    const { jobId } = await beginWriting(card);
    expect(await world.closingReport(jobId)).toMatchObject({ type: 'interrupted', reason: 'station-interrupted' });
    expect(card.state).toEqual(untouched);
  });
});

it('a card that refuses the issuer is tried once, and its word is told', async () => {
  await world.startStation();
  world.api.issuer = () => new Uint8Array(8);
  const card = freshIssuersCard(contents);
  const { jobId } = await beginWriting(card);
  expect(await world.closingReport(jobId)).toMatchObject({ type: 'interrupted', reason: 'issuer-auth-refused', statusWord: '63C4' });
  expect(card.state).toEqual({ ...untouched, issuerTriesLeft: 4 });
});

it('a card without an issuer’s key says so, and is not touched', async () => {
  await world.startStation();
  const card = freshCard(contents);
  const { jobId } = await beginWriting(card);
  expect(await world.closingReport(jobId)).toMatchObject({ type: 'interrupted', reason: 'issuer-auth-refused', statusWord: '6A88' });
  expect(card.state).toEqual(untouched);
});
