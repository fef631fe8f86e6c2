// SPDX-License-Identifier: AGPL-3.0-or-later
import type { VirtualCardContents } from '@sportello/card-io/simulator';
import { generateSigningKeyPair } from '@sportello/seal';
import { actingCard, ins } from './testing/acting-card';
import { demoContents, freshCard, idCartas } from './testing/demo-cards';
import { TestWorld } from './testing/test-world';

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

const isLogged = (text: string) => (): boolean => world.logged.some((line) => line.includes(text));

describe('a lost link', () => {
  it('does not stop a card that is being written, and all is told in order when it is back', async () => {
    await world.startStation();
    const card = freshCard(contents);
    const printing = await world.printEnvelope(actingCard(card, { on: ins.resetRetryCounter, when: 'before', act: () => world.api.goDown() }), idCartas.maria);
    const writing = await world.writeJob(printing);
    await world.api.issue(writing);
    await world.api.until(isLogged('"report":"written"'));
    world.slot.pull();

    await world.api.comeUp();
    await world.cardEvents('removed');
    const told = world.api.heard.map((message) => (message.kind === 'report' && message.jobId === writing.jobId ? message.report.type : message.kind === 'card' ? message.event.type : message.kind));
    expect(told.filter((word) => ['phase', 'written', 'removed'].includes(word))).toEqual(['phase', 'phase', 'phase', 'written', 'removed']);
  });

  it('never tells whose card it was that came and went meanwhile', async () => {
    await world.startStation();
    await world.api.waitFor((message): message is typeof message => message.kind === 'status' && message.status.reader === 'ready');
    await world.api.goDown();
    await world.api.until(isLogged('cannot be reached'));
    world.slot.insert(freshCard(contents));
    await world.api.until(isLogged('card recognised'));
    world.slot.pull();
    await world.api.until(isLogged('card removed'));

    await world.api.comeUp();
    const job = world.formJob();
    await world.api.issue(job);
    await world.closingReport(job.jobId);
    expect(world.api.heard.some((message) => message.kind === 'card' && message.event.type === 'recognised')).toBe(false);
  });

  it('is noticed when a stream falls silent, and another one is opened', async () => {
    await world.startStation({ silence: 1_000 });
    const job = world.formJob();
    await world.api.until(isLogged('stream-silent'));
    await world.api.until(isLogged('answers again'));
    await world.api.issue(job);
    expect(await world.closingReport(job.jobId)).toEqual({ type: 'completed' });
  });

  it('costs nothing when only answers are lost: what is told twice is told with the same words', async () => {
    await world.startStation();
    world.slot.insert(freshCard(contents));
    await world.cardEvents('recognised');
    world.api.answersToLose = 1;
    const job = world.printJob(idCartas.maria);
    await world.api.issue(job);
    expect(await world.closingReport(job.jobId)).toEqual({ type: 'completed' });
    expect(world.api.heard.filter(({ kind }) => kind === 'intent')).toHaveLength(1);
    expect(world.printed).toHaveLength(1);
  });
});

describe('a job on the stream', () => {
  it('is done once, also when each new stream brings it again', async () => {
    await world.startStation();
    world.slot.insert(freshCard(contents));
    await world.cardEvents('recognised');
    const job = world.printJob(idCartas.maria);
    world.printer.queue('/ipp/print/buste').inject('busy');
    await world.api.issue(job);
    await world.api.until(isLogged('job taken'));
    world.api.breakStreams();
    await world.api.until(() => world.api.openStreams > 0);
    world.printer.queue('/ipp/print/buste').clear('busy');

    await world.closingReport(job.jobId);
    await world.api.issue(job);
    const after = world.formJob();
    await world.api.issue(after);
    await world.closingReport(after.jobId);
    world.slot.pull();
    await world.cardEvents('removed');
    expect(world.api.reportsOf(job.jobId)).toEqual([{ type: 'submitted' }, { type: 'completed' }]);
    expect(world.api.heard.filter(({ kind }) => kind === 'intent')).toHaveLength(1);
    expect(world.printed.map(({ queue }) => queue)).toEqual(['/ipp/print/buste', '/ipp/print/moduli']);
  });

  it.each([
    ['was signed with another key', 'not-signed-by-the-api', async () => world.api.signedJob(world.formJob(), await generateSigningKeyPair())],
    ['was changed after it was signed', 'not-signed-by-the-api', async () => (await world.api.signedJob(world.formJob())).replace('P119-26', 'P120-26')],
    ['is another station\'s', 'of-another-station', async () => world.api.signedJob({ ...world.formJob(), stationId: '0193f3a0-0000-7000-8000-000000000000' })],
    ['is no job', 'not-understood', async () => '{"job":{"type":"open-the-safe"},"signature":""}'],
    ['is no JSON', 'not-understood', async () => 'hello'],
  ])('is not taken when it %s', async (_, because, makeData) => {
    await world.startStation();
    world.api.send(await makeData());
    await world.api.until(isLogged(`"because":"${because}"`));
    const after = world.formJob();
    await world.api.issue(after);
    await world.closingReport(after.jobId);
    expect(world.printed).toHaveLength(1);
  });
});

describe('an API that does not take the station for itself', () => {
  it('is named in one clear line, however often it is asked', async () => {
    await world.startStation({ slowRetry: 20 });
    world.api.refuse = () => ({ status: 401, code: 'station-unknown' });
    world.api.breakStreams();
    world.slot.insert(freshCard(contents));
    await world.api.until(isLogged('does not know this station'));
    await world.api.until(() => world.api.sequences.length > 4);
    expect(world.logged.filter((line) => line.includes('does not know this station'))).toHaveLength(1);
  });

  it('is told apart when it has revoked the station, and is left alone', async () => {
    await world.startStation({ slowRetry: 60_000 });
    world.api.refuse = () => ({ status: 401, code: 'station-revoked' });
    world.api.breakStreams();
    await world.api.until(isLogged('an administrator has revoked this station'));
    expect(world.logged.filter((line) => line.includes('revoked'))).toHaveLength(1);
  });

  it('is followed when it has seen higher sequence numbers than this folder knows', async () => {
    await world.startStation();
    world.api.sequences.push(4_000);
    const job = world.formJob();
    await world.api.issue(job);
    await world.api.until(isLogged('"code":"replayed"'));
    world.api.breakStreams();
    await world.closingReport(job.jobId);
    expect(world.api.sequences.at(-1)).toBeGreaterThan(10_000);
  });
});
