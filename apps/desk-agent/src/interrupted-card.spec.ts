// SPDX-License-Identifier: AGPL-3.0-or-later
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { VirtualCard, VirtualCardContents } from '@sportello/card-io/simulator';
import type { JobReport, WriteCardJob } from '@sportello/contracts';
import { frameCodes, seal } from '@sportello/seal';
import { type CardAct, actingCard, ins, silence } from './testing/acting-card';
import { demoContents, freshCard, idCartas, transportCodes } from './testing/demo-cards';
import { readEnvelope } from './testing/read-envelope';
import { muteAfterMs, TestWorld } from './testing/test-world';

jest.setTimeout(60_000);

let contents: VirtualCardContents;
let world: TestWorld;

beforeAll(async () => {
  contents = await demoContents(idCartas.maria);
});
beforeEach(async () => {
  world = await TestWorld.open();
});
afterEach(async () => {
  await world.close();
});

/** Prints the envelope of a card at which something will happen, and begins to write it. */
async function beginWriting(card: VirtualCard, happening: CardAct): Promise<WriteCardJob> {
  const printing = await world.printEnvelope(actingCard(card, happening), idCartas.maria);
  const writing = await world.writeJob(printing);
  await world.api.issue(writing);
  return writing;
}

/** The API's next lease for the same envelope, once the card is recognised again. */
async function resume(former: WriteCardJob, visits: number): Promise<readonly JobReport[]> {
  await world.cardEvents('recognised', visits);
  const again = await world.reissue(former);
  await world.api.issue(again);
  await world.closingReport(again.jobId);
  return world.api.reportsOf(again.jobId);
}

function expectCodesOfTheEnvelopeOn(card: VirtualCard): void {
  const { pin, puk } = readEnvelope(world.printed[0]?.document ?? new Uint8Array());
  expect(card.state).toEqual({ pin, puk, pinTriesLeft: 3, pukTriesLeft: 10, issuerTriesLeft: 5 });
}

describe('a card that is pulled out while it is written', () => {
  it.each([
    ['before the PIN is set', { on: ins.resetRetryCounter, when: 'before' }],
    ['when the PIN is set, and nobody heard', { on: ins.resetRetryCounter, when: 'after' }],
    ['before the PUK is changed', { on: ins.change, when: 'before' }],
    ['when the PUK is changed, and nobody heard', { on: ins.change, when: 'after' }],
    ['when the new PIN is verified', { on: ins.verify, when: 'after' }],
    ['before the chip signs', { on: ins.perform, when: 'before' }],
    ['when the chip has signed, and nobody heard', { on: ins.perform, when: 'after' }],
  ] as const)('%s: is reported as removed, and finished with the same codes when it is back', async (_, moment) => {
    await world.startStation();
    const card = freshCard(contents);
    const interrupted = await beginWriting(card, { ...moment, act: () => world.slot.pull() });
    expect(await world.closingReport(interrupted.jobId)).toEqual({ type: 'interrupted', fence: 1, reason: 'card-removed', statusWord: null });
    await world.cardEvents('removed');

    world.slot.insert(card);
    expect((await resume(interrupted, 2)).at(-1)).toMatchObject({ type: 'written', fence: 2 });
    expectCodesOfTheEnvelopeOn(card);
    expect(world.printed).toHaveLength(1);
  });

  it('tells of the interruption before it tells that the card is gone', async () => {
    await world.startStation();
    const { jobId } = await beginWriting(freshCard(contents), { on: ins.change, when: 'before', act: () => world.slot.pull() });
    await world.cardEvents('removed');
    const told = world.api.heard.map((message) => (message.kind === 'report' && message.jobId === jobId ? message.report.type : message.kind === 'card' ? message.event.type : ''));
    expect(told.filter((word) => ['interrupted', 'removed'].includes(word))).toEqual(['interrupted', 'removed']);
  });

  it('finishes a card whose PUK was changed unheard, even when each answer about it is torn once more', async () => {
    await world.startStation();
    const card = freshCard(contents);
    const first = await beginWriting(card, { on: ins.change, when: 'after', act: () => world.slot.pull() });
    await world.closingReport(first.jobId);
    await world.cardEvents('removed');
    world.slot.insert(actingCard(card, { on: ins.perform, when: 'before', act: () => world.slot.pull() }));
    expect((await resume(first, 2)).at(-1)).toMatchObject({ type: 'interrupted', reason: 'card-removed' });
    await world.cardEvents('removed', 2);
    // The probe of the second try was answered: it does not count towards the two after which a supervisor decides.
    world.slot.insert(actingCard(card, { on: ins.resetRetryCounter, when: 'after', act: () => world.slot.pull() }));
    expect((await resume(first, 3)).at(-1)).toMatchObject({ type: 'interrupted', reason: 'card-removed' });
    await world.cardEvents('removed', 3);
    world.slot.insert(card);
    expect((await resume(first, 4)).at(-1)).toMatchObject({ type: 'written' });
    expectCodesOfTheEnvelopeOn(card);
  });
});

describe('a card\'s process that ends in the middle of a write', () => {
  it('is replaced; the API hears of the interruption, and the card, still there, is read and finished', async () => {
    await world.startStation();
    const card = freshCard(contents);
    const writing = await beginWriting(card, { on: ins.change, when: 'after', act: () => void process.kill(world.cardProcess(), 'SIGKILL') });
    expect(await world.closingReport(writing.jobId)).toEqual({ type: 'interrupted', fence: 1, reason: 'station-interrupted', statusWord: null });
    const [removed] = await world.cardEvents('removed');
    expect(removed?.insertionId).toBe((await world.cardEvents('inserted'))[0]?.insertionId);

    expect((await resume(writing, 2)).at(-1)).toMatchObject({ type: 'written', fence: 2 });
    expectCodesOfTheEnvelopeOn(card);
  });

  it('gives way to the next when the line to the card breaks and the card stays: nothing that was read counts any longer', async () => {
    await world.startStation();
    const card = freshCard(contents);
    const writing = await beginWriting(card, { on: ins.change, when: 'after', heard: Uint8Array.of(0x90) });
    expect(await world.closingReport(writing.jobId)).toEqual({ type: 'interrupted', fence: 1, reason: 'outcome-unknown', statusWord: null });
    expect((await resume(writing, 2)).at(-1)).toMatchObject({ type: 'written', fence: 2 });
    expect((await world.cardEvents('removed')).length).toBe(1);
    expectCodesOfTheEnvelopeOn(card);
  });

  it('is killed when the card falls silent, and the outcome is told as unknown', async () => {
    await world.startStation({ command: muteAfterMs });
    const card = freshCard(contents);
    const writing = await beginWriting(card, { on: ins.change, when: 'before', act: silence });
    expect(await world.closingReport(writing.jobId)).toEqual({ type: 'interrupted', fence: 1, reason: 'outcome-unknown', statusWord: null });
    await world.cardEvents('removed');
    expect((await resume(writing, 2)).at(-1)).toMatchObject({ type: 'written' });
    expectCodesOfTheEnvelopeOn(card);
  });
});

describe('a write that was ordered while the one before it was still under way', () => {
  it('knows what that one has done to the PUK, and spends no try of it', async () => {
    await world.startStation();
    const card = freshCard(contents);
    let goOn = (): void => undefined;
    const isWaited = new Promise<void>((resolve) => (goOn = resolve));
    const first = await beginWriting(card, { on: ins.change, when: 'before', act: () => isWaited });
    const second = await world.reissue(first);
    await world.api.issue(second);
    await world.api.until(() => world.logged.some((line) => line.includes('job taken') && line.includes(second.jobId)));
    goOn();
    expect(await world.closingReport(first.jobId)).toMatchObject({ type: 'written', fence: 1 });
    expect(await world.closingReport(second.jobId)).toMatchObject({ type: 'written', fence: 2 });
    expectCodesOfTheEnvelopeOn(card);
  });
});

describe('a write that the card or the API refuses', () => {
  it('stops at transport codes that are not the card\'s, with the card\'s own word', async () => {
    await world.startStation();
    const card = freshCard(contents);
    const printing = await world.printEnvelope(card, idCartas.maria);
    const writing = await world.writeJob(printing, {}, { ...transportCodes, puk: '11223344' });
    await world.api.issue(writing);
    expect(await world.closingReport(writing.jobId)).toEqual({ type: 'interrupted', fence: 1, reason: 'transport-codes-refused', statusWord: '63C9' });
    expect(card.state).toEqual({ ...transportCodes, pinTriesLeft: 3, pukTriesLeft: 9, issuerTriesLeft: 5 });
  });

  it('does not open codes that were sealed for another sheet', async () => {
    await world.startStation();
    const card = freshCard(contents);
    const printing = await world.printEnvelope(card, idCartas.maria);
    const writing = await world.writeJob(printing, { controlNumber: '000420' });
    await world.api.issue(writing);
    expect(await world.closingReport(writing.jobId)).toMatchObject({ type: 'interrupted', reason: 'blob-not-opened' });
    expect(card.state).toMatchObject(transportCodes);
  });

  it.each(['its own intent', 'an intent that it never had'] as const)('writes no codes that somebody else sealed to the station, for this very card and sheet and %s', async (whose) => {
    await world.startStation();
    const card = freshCard(contents);
    const honest = await world.writeJob(await world.printEnvelope(card, idCartas.maria));
    const job = whose === 'its own intent' ? honest : { ...honest, intentId: randomUUID() };
    const { caseId, intentId, idCarta, controlNumber } = job;
    const info = { purpose: 'sportello-codes-v1', recipient: 'station', caseId, intentId, idCarta, controlNumber, stationId: world.api.stationId };
    const blob = await seal({ recipientPublicKey: world.api.stationKey, info, plaintext: frameCodes({ pin: Buffer.from('40718'), puk: Buffer.from('58302946') }) });
    await world.api.issue({ ...job, blob });
    expect(await world.closingReport(job.jobId)).toMatchObject({ type: 'interrupted', reason: 'blob-not-opened' });
    expect(card.state).toMatchObject(transportCodes);
    expect(world.logged.join('')).toContain('codes that neither this station nor the vault sealed');
  });

  it('stops before the PUK when the lease was lost, and leaves the proof unmade', async () => {
    await world.startStation();
    const card = freshCard(contents);
    const hearOfTheLease = async (): Promise<void> => {
      await world.api.until(() => world.logged.some((line) => line.includes('"code":"lease-lost"')));
      // For the word to reach the card's process, which takes none of it while the card is busy.
      await sleep(1_000);
    };
    const printing = await world.printEnvelope(actingCard(card, { on: ins.resetRetryCounter, when: 'before', act: hearOfTheLease }), idCartas.maria);
    const writing = await world.writeJob(printing);
    world.api.refuse = (path) => (path.includes(writing.jobId) ? { status: 409, code: 'lease-lost' } : undefined);
    await world.api.issue(writing);
    await world.api.until(() => world.logged.some((line) => line.includes('job over') && line.includes(writing.jobId)));
    expect(card.state.puk).toBe(transportCodes.puk);
  });
});

describe('a job whose card is not in the reader', () => {
  it('is not printed', async () => {
    await world.startStation({ settle: 50 });
    const job = world.printJob(idCartas.maria);
    await world.api.issue(job);
    expect(await world.closingReport(job.jobId)).toEqual({ type: 'print-failed', reason: 'card-removed', condition: null, wasSubmitted: false });
    expect(world.printed).toEqual([]);
  });

  it('is not written', async () => {
    await world.startStation({ settle: 50 });
    const card = freshCard(contents);
    const printing = await world.printEnvelope(card, idCartas.maria);
    world.slot.pull();
    await world.cardEvents('removed');
    const writing = await world.writeJob(printing);
    await world.api.issue(writing);
    expect(await world.closingReport(writing.jobId)).toEqual({ type: 'interrupted', fence: 1, reason: 'card-removed', statusWord: null });
    expect(card.state).toMatchObject(transportCodes);
  });

  it('waits for one that is just being put in', async () => {
    await world.startStation({ settle: 30_000 });
    const job = world.printJob(idCartas.maria);
    await world.api.issue(job);
    await world.api.until(() => world.logged.some((line) => line.includes('job taken')));
    world.slot.insert(freshCard(contents));
    expect(await world.closingReport(job.jobId)).toEqual({ type: 'completed' });
  });
});
