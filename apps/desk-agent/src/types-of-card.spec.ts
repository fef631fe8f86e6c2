// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CardQuirks, CardModelName, VirtualCard, VirtualCardContents } from '@sportello/card-io/simulator';
import type { JobReport } from '@sportello/contracts';
import { actingCard, ins } from './testing/acting-card';
import { demoContents, freshCard, idCartas } from './testing/demo-cards';
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
});
afterEach(async () => {
  await world.close();
});

/** Prints and writes; the reports of the write. */
async function activate(card: VirtualCard): Promise<readonly JobReport[]> {
  const printing = await world.printEnvelope(card, idCartas.maria);
  const writing = await world.writeJob(printing);
  await world.api.issue(writing);
  await world.closingReport(writing.jobId);
  return world.api.reportsOf(writing.jobId);
}

function expectCodesOfTheEnvelopeOn(card: VirtualCard): void {
  const { pin, puk } = readEnvelope(world.printed[0]?.document ?? new Uint8Array());
  expect(card.state).toEqual({ pin, puk, pinTriesLeft: 3, pukTriesLeft: 10, issuerTriesLeft: 5 });
}

const kinds: readonly (readonly [type: CardModelName, cardType: string, apdusAfterGoAhead: number, quirks: CardQuirks])[] = [
  ['AC2018', 'AC', 6, {}],
  ['OT2016', 'OT2015/16', 6, {}],
  ['ID2019', 'ID2019', 6, {}],
  ['ACe2021', 'ACe/ACx2021', 6, {}],
  ['ST2021', 'ST2021', 6, {}],
  ['ACe2025', 'ACe/ACx/ACj2025', 6, {}],
  // The MF and the first command again; then the use of the key and both links of the deciphering.
  ['AC2014', 'AC', 6 + 2 + 3, { knowsCodesFromMfOnly: true, refuses: ['sign'] }],
];

describe('a station writes a card by the layout by which it read it', () => {
  it.each(kinds)('%s, called %s, takes %i APDUs after the go-ahead', async (type, cardType, apdusAfterGoAhead, quirks) => {
    await world.startStation();
    const card = freshCard(contents, { type, quirks });
    const reports = await activate(card);
    expect(reports.at(-1)).toMatchObject({ type: 'written', figures: { apdusAfterGoAhead } });
    expect((await world.cardEvents('recognised')).map(({ reading }) => reading.cardType)).toEqual([cardType]);
    expectCodesOfTheEnvelopeOn(card);
  });

  it.each(['ACe2021', 'ST2021', 'ACe2025'] as const)('%s, pulled when its PUK is changed and nobody heard, is finished when it is back', async (type) => {
    await world.startStation();
    const card = freshCard(contents, { type });
    const printing = await world.printEnvelope(actingCard(card, { on: ins.change, when: 'after', act: () => world.slot.pull() }), idCartas.maria);
    const first = await world.writeJob(printing);
    await world.api.issue(first);
    expect(await world.closingReport(first.jobId)).toMatchObject({ type: 'interrupted', reason: 'card-removed' });
    await world.cardEvents('removed');

    world.slot.insert(card);
    await world.cardEvents('recognised', 2);
    const again = await world.reissue(first);
    await world.api.issue(again);
    expect(await world.closingReport(again.jobId)).toMatchObject({ type: 'written' });
    expectCodesOfTheEnvelopeOn(card);
  });

  it.each(['ACe2021', 'ACe2025'] as const)('%s is found again by the same layout once the station has let go of it', async (type) => {
    await world.startStation();
    const card = freshCard(contents, { type });
    const printing = await world.printEnvelope(card, idCartas.maria);
    const first = await world.writeJob(printing);
    await world.api.issue(first);
    await world.closingReport(first.jobId);
    const again = await world.writeJob(printing, { fence: 2 });
    await world.api.issue(again);
    expect(await world.closingReport(again.jobId)).toMatchObject({ type: 'written' });
    expectCodesOfTheEnvelopeOn(card);
  });
});
