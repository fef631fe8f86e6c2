// SPDX-License-Identifier: AGPL-3.0-or-later
import { CardSession, fromHex } from '@sportello/card-io';
import { connectDirectly, createVirtualCard, freshCodes, type CardModelName, type CardQuirks, type VirtualCardContents } from '@sportello/card-io/simulator';
import { demoContents, idCartas, transportCodes } from '../testing/demo-cards';
import { recognise, type Recognition } from './recognise';

let contents: VirtualCardContents;
beforeAll(async () => {
  contents = await demoContents(idCartas.maria);
});

interface Inserted {
  readonly type?: CardModelName;
  readonly quirks?: CardQuirks;
  readonly atr?: string;
  readonly holds?: Partial<VirtualCardContents>;
}

function recogniseCard({ type = 'AC2018', quirks = {}, atr, holds }: Inserted): Promise<Recognition> {
  const card = createVirtualCard({ type, quirks, contents: { ...contents, ...holds }, state: freshCodes(transportCodes), ...(atr !== undefined && { atr: fromHex(atr) }) });
  return recognise(new CardSession(connectDirectly(card)));
}

const professional = '3BFF1800FF8131FE55006B0209161701110148504311318088';
const shop = '3B09534F43492043415244';
const contactless = '3B8080010101';
const allMissing: CardQuirks = { damage: { 'id-carta': 'missing', 'personal-data': 'missing', certificate: 'missing' } };

describe('what a station makes of a card', () => {
  it.each([
    ['AC2018', 'AC', 'cns-classic'],
    ['OT2015', 'OT2015/16', 'cns-classic'],
    ['ID2019', 'ID2019', 'cns-classic'],
    ['ACe2021', 'ACe/ACx2021', 'cns-idemia'],
    ['ST2021', 'ST2021', 'cns-stincard'],
    ['ST2022', 'ST2022', 'cns-stincard'],
    ['ACj2025', 'ACe/ACx/ACj2025', 'cns-esign'],
  ] as const)('%s is called %s, and written by the layout %s', async (type, cardType, name) => {
    expect(await recogniseCard({ type })).toMatchObject({ kind: 'recognised', reading: { cardType, idCarta: idCartas.maria }, profile: { name } });
  });

  it('another issuer\'s CNS, of an unknown type, is read all the same', async () => {
    expect(await recogniseCard({ atr: '3BFF1800FF8131FE55006B02019917011101434E531131808A' })).toMatchObject({ kind: 'recognised', reading: { cardType: null } });
  });

  it('a card that does not say "CNS" is read all the same, when it has the files of one', async () => {
    expect(await recogniseCard({ atr: shop })).toMatchObject({ kind: 'recognised', reading: { cardType: null } });
  });

  it.each([
    ['not-cns', 'says no "CNS", and has not the files', { atr: shop, quirks: allMissing }],
    ['unsupported', 'says "CNS", and has not the files', { quirks: allMissing }],
    ['unsupported', 'has no certificate', { quirks: { damage: { certificate: 'missing' } } }],
    ['faulty-chip', 'has a certificate that is none', { holds: { certificateDer: new Uint8Array(1_900) } }],
    ['faulty-chip', 'has personal data that are none', { holds: { personalData: new Uint8Array(400) } }],
    ['faulty-chip', 'cannot read its own memory', { quirks: { damage: { 'id-carta': 'failing' } } }],
    ['not-pushed-in', 'is seen through its antenna', { atr: contactless, quirks: allMissing }],
    ['professional-card', 'is a health professional\'s', { atr: professional }],
    ['professional-card', 'is a health professional\'s, without the files', { atr: professional, quirks: allMissing }],
  ] as const)('%s: the card %s', async (reason, _case, inserted) => {
    expect(await recogniseCard(inserted)).toMatchObject({ kind: 'not-usable', reason });
  });

  it('the line to the card that breaks is no word about the card', async () => {
    const card = createVirtualCard({ type: 'AC2018', contents, state: freshCodes(transportCodes) });
    expect(await recognise(new CardSession(connectDirectly(card, { command: 5, isExecuted: true })))).toEqual({ kind: 'outcome-unknown', because: 'removed' });
  });
});
