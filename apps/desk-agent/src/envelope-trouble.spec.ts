// SPDX-License-Identifier: AGPL-3.0-or-later
import type { VirtualCardContents } from '@sportello/card-io/simulator';
import type { StationStatus } from '@sportello/contracts';
import { demoContents, freshCard, idCartas } from './testing/demo-cards';
import { queues, TestWorld } from './testing/test-world';

jest.setTimeout(60_000);

let contents: VirtualCardContents;
let world: TestWorld;

beforeAll(async () => {
  contents = await demoContents(idCartas.maria);
});
beforeEach(async () => {
  world = await TestWorld.open({ sheetMs: 300 });
});
afterEach(async () => {
  await world.close();
});

function statuses(): readonly StationStatus[] {
  return world.api.heard.flatMap((message) => (message.kind === 'status' ? [message.status] : []));
}

async function insertCard(): Promise<void> {
  world.slot.insert(freshCard(contents));
  await world.cardEvents('recognised');
}

describe('an envelope', () => {
  it('is not begun for another card than the one in the reader', async () => {
    await world.startStation();
    await insertCard();
    const job = world.printJob(idCartas.another);
    await world.api.issue(job);
    expect(await world.closingReport(job.jobId)).toEqual({ type: 'print-failed', reason: 'wrong-card', condition: null, wasSubmitted: false });
    expect(world.api.heard.filter(({ kind }) => kind === 'intent')).toEqual([]);
  });

  it.each([
    ['offline', 'offline'],
    ['media-empty', 'media-empty'],
    ['door-open', 'door-open'],
    ['media-jam', 'media-jam'],
  ] as const)('costs neither codes nor sheet when its printer is known to be unable: %s', async (fault, condition) => {
    await world.startStation();
    await insertCard();
    world.printer.queue(queues.envelopes).inject(fault);
    const job = world.printJob(idCartas.maria);
    await world.api.issue(job);
    expect(await world.closingReport(job.jobId)).toEqual({ type: 'print-failed', reason: 'printer', condition, wasSubmitted: false });
    expect(world.api.heard.filter(({ kind }) => kind === 'intent')).toEqual([]);
    await world.api.until(() => statuses().at(-1)?.envelopes === condition);
  });

  it.each(['media-jam', 'door-open'] as const)('is given up at once when its page is spoiled (%s), and does not come out of the repaired printer', async (fault) => {
    await world.startStation({ recheck: 100 });
    await insertCard();
    const job = world.printJob(idCartas.maria);
    await world.api.issue(job);
    await world.api.until(() => world.printer.queue(queues.envelopes).snapshot().jobs.length > 0);
    world.printer.queue(queues.envelopes).inject(fault);
    expect(await world.closingReport(job.jobId)).toEqual({ type: 'print-failed', reason: 'printer', condition: fault, wasSubmitted: true });

    world.printer.queue(queues.envelopes).clear(fault);
    await world.api.until(() => statuses().at(-1)?.envelopes === 'ready');
    expect(world.printer.queue(queues.envelopes).snapshot().jobs.map(({ state }) => state)).toEqual(['canceled']);
    expect(world.printed).toEqual([]);
    // Below the patience with an empty tray, of 45 seconds.
  }, 40_000);

  it('is not printed when the API refuses its intent', async () => {
    await world.startStation();
    await insertCard();
    world.api.refuse = (path) => (path.endsWith('/intents') ? { status: 409, code: 'intent-voided' } : undefined);
    const job = world.printJob(idCartas.maria);
    await world.api.issue(job);
    expect(await world.closingReport(job.jobId)).toEqual({ type: 'print-failed', reason: 'intent-refused', condition: null, wasSubmitted: false });
    expect(world.printed).toEqual([]);
  });

  it('is not printed when it was voided before its first byte', async () => {
    await world.startStation();
    await insertCard();
    const job = world.printJob(idCartas.maria);
    let asked = 0;
    world.api.refuse = (path) => (path.includes(job.jobId) && (asked += 1) === 1 ? { status: 409, code: 'intent-voided' } : undefined);
    await world.api.issue(job);
    expect(await world.closingReport(job.jobId)).toEqual({ type: 'print-failed', reason: 'intent-refused', condition: null, wasSubmitted: false });
    expect(world.printed).toEqual([]);
    expect(world.printer.queue(queues.envelopes).snapshot().jobs).toEqual([]);
  });

  it('that was voided while it waits in an empty tray is called back, and does not come out when somebody fills the tray', async () => {
    await world.startStation();
    await insertCard();
    const job = world.printJob(idCartas.maria);
    await world.api.issue(job);
    await world.api.until(() => world.printer.queue(queues.envelopes).snapshot().jobs.length > 0);
    world.printer.queue(queues.envelopes).inject('media-empty');
    // Looked at with each request: the closing report may come sooner than the next look of whoever waits.
    const isCalledBack = (): boolean => world.printer.queue(queues.envelopes).snapshot().jobs.some(({ state }) => state === 'canceled');
    world.api.refuse = (path) => (path.includes(job.jobId) && !isCalledBack() ? { status: 409, code: 'intent-voided' } : undefined);
    await world.api.until(isCalledBack);
    world.printer.queue(queues.envelopes).clear('media-empty');
    expect(await world.closingReport(job.jobId)).toEqual({ type: 'print-failed', reason: 'printer', condition: 'media-empty', wasSubmitted: true });
    expect(world.printed).toEqual([]);
    // Below the patience with an empty tray, of 45 seconds.
  }, 40_000);

  it('is not printed when the card is pulled before the first byte', async () => {
    await world.startStation();
    await insertCard();
    world.api.refuse = (path) => (path.endsWith('/intents') ? { status: 503, code: 'unavailable' } : undefined);
    const job = world.printJob(idCartas.maria);
    await world.api.issue(job);
    await world.api.until(() => world.logged.some((line) => line.includes('cannot be reached')));
    world.slot.pull();
    await world.api.until(() => world.logged.some((line) => line.includes('card removed')));
    world.api.refuse = () => undefined;
    expect(await world.closingReport(job.jobId)).toEqual({ type: 'print-failed', reason: 'card-removed', condition: null, wasSubmitted: false });
    await world.cardEvents('removed');
    expect(world.printed).toEqual([]);
  });

  it('comes out whole when the card is pulled while it prints, and the next card is read meanwhile', async () => {
    await world.startStation();
    await insertCard();
    const job = world.printJob(idCartas.maria);
    await world.api.issue(job);
    await world.api.until(() => world.printer.queue(queues.envelopes).snapshot().jobs.length > 0);
    world.slot.pull();
    await world.cardEvents('removed');
    world.slot.insert(freshCard(contents));
    await world.cardEvents('recognised', 2);
    expect(await world.closingReport(job.jobId)).toEqual({ type: 'completed' });
    expect(world.printed).toHaveLength(1);
  });

  it('does not keep the card waiting once its sheet is on the way: the scan, not the printer, is the go-ahead', async () => {
    await world.startStation();
    await insertCard();
    const printing = world.printJob(idCartas.maria);
    await world.api.issue(printing);
    await world.api.until(() => world.printer.queue(queues.envelopes).snapshot().jobs.length > 0);
    world.printer.queue(queues.envelopes).inject('media-empty');
    const writing = await world.writeJob(printing);
    await world.api.issue(writing);
    expect(await world.closingReport(writing.jobId)).toMatchObject({ type: 'written' });
    expect(world.api.reportsOf(printing.jobId)).toEqual([{ type: 'submitted' }]);
    world.printer.queue(queues.envelopes).clear('media-empty');
    expect(await world.closingReport(printing.jobId)).toEqual({ type: 'completed' });
  });

  it('is reported as interrupted when the card\'s process dies with the sheet on its way', async () => {
    await world.startStation();
    await insertCard();
    const job = world.printJob(idCartas.maria);
    await world.api.issue(job);
    await world.api.until(() => world.api.reportsOf(job.jobId).length === 1);
    process.kill(world.cardProcess(), 'SIGKILL');
    expect(await world.closingReport(job.jobId)).toEqual({ type: 'print-failed', reason: 'station-interrupted', condition: null, wasSubmitted: true });
    await world.cardEvents('recognised', 2);
  });
});

describe('a printer', () => {
  it('that is not ready is asked again until it is', async () => {
    world.printer.queue(queues.forms).inject('door-open');
    await world.startStation({ recheck: 50 });
    await world.api.until(() => statuses().at(-1)?.forms === 'door-open');
    world.printer.queue(queues.forms).clear('door-open');
    await world.api.until(() => statuses().at(-1)?.forms === 'ready');
  });
});
