// SPDX-License-Identifier: AGPL-3.0-or-later
import { activateWhatever, methods, sampleIssuerKey } from '../../testing/desk-by-type';
import { issueSample, sampleCard, sampleCodes, type Issuance } from '../../testing/sample-card';
import { fromHex } from '../bytes/hex';
import { cardTypes } from '../profiles/card-types';
import { encodeTlv } from '../tlv/ber-tlv';
import { cardModelNames, type CardModelName, type VirtualCard } from '../simulator';

let issuance: Issuance;
beforeAll(async () => {
  issuance = await issueSample();
});

const cardOf = (type: CardModelName, atr?: string): VirtualCard =>
  sampleCard(issuance, { type, issuerKey: sampleIssuerKey.use((key) => Uint8Array.from(key)), ...(atr !== undefined && { atr: fromHex(atr) }) });

/** Of a CNS, by a maker that nobody has heard of. */
const unknownAtr = '3BFF1800FF8131FE55006B02019917011101434E531131808A';
const unknownStincardAtr = '3BFF1800FF8131FE55006B02099917011101434E5311318082';

describe.each(methods)('each type of card, written by %s', (method) => {
  it.each(cardModelNames)('%s is told, activated and proved', async (name) => {
    const card = cardOf(name);
    const activation = await activateWhatever(card, method);
    expect(activation).toMatchObject({ end: 'proved', isSigned: true });
    expect(cardTypes.find((type) => type.name === activation.type)?.codes).toContain(name);
    expect(card.state).toEqual({ pin: sampleCodes.newPin, puk: sampleCodes.newPuk, pinTriesLeft: 3, pukTriesLeft: 10, issuerTriesLeft: 5 });
  });

  it.each([
    ['of the classic kind', 'AC2018', unknownAtr, undefined],
    ['by STIncard', 'ST2021', unknownStincardAtr, undefined],
    ['like those of 2021', 'ACe2021', unknownAtr, undefined],
    ['like those of 2025', 'ACe2025', unknownAtr, 'ACe/ACx/ACj2025'],
  ] as const)('a CNS of an unknown type, %s, is activated all the same', async (_kind, model, atr, type) => {
    expect(await activateWhatever(cardOf(model, atr), method)).toMatchObject({ end: 'proved', isSigned: true, type });
  });
});

describe('a card without quirks', () => {
  it.each(['AC2018', 'OT2016', 'ID2019', 'ACe2021', 'ST2021', 'ST2022'] as const)('%s takes the classic number of APDUs: 9 to be read, 6 or 8 to be written', async (name) => {
    const counts = await Promise.all(methods.map(async (method) => (await activateWhatever(cardOf(name), method)).sent.length));
    expect(counts).toEqual([9 + 6, 9 + 8]);
  });

  it.each([
    ['transport-codes', ['2C', '24', '20', '22', '22', '2A']],
    ['issuer-auth', ['84', '82', '24', '2C', '20', '22', '22', '2A']],
  ] as const)('with a certificate as long as they come takes 13 to be read, and then, by %s, %j', async (method, instructions) => {
    const certificateDer = encodeTlv(0x30, new Uint8Array(2012).fill(0x05));
    const card = sampleCard(issuance, { type: 'AC2018', certificateDer, issuerKey: sampleIssuerKey.use((key) => Uint8Array.from(key)) });
    const { sent } = await activateWhatever(card, method);
    expect(sent.slice(13).map((command) => command.slice(2, 4))).toEqual(instructions);
  });

  it('of STIncard is spoken to by the references that search upwards', async () => {
    const { sent } = await activateWhatever(cardOf('ST2021'), 'transport-codes');
    expect(sent.slice(9, 12).map((command) => command.slice(0, 8))).toEqual(['002C0090', '00240091', '00200090']);
  });

  it('of STIncard, and of a type that is not known, needs no detour over the MF', async () => {
    const { sent } = await activateWhatever(cardOf('ST2021', unknownStincardAtr), 'transport-codes');
    expect(sent).toHaveLength(9 + 6);
  });

  it('of IDEMIA\'s 2021 layout signs with the key beside its certificate', async () => {
    const { sent } = await activateWhatever(cardOf('ACe2021'), 'transport-codes');
    expect(sent[4]).toBe('00A4080C06140090012002');
    expect(sent.slice(12, 14)).toEqual(['0022F30200', '0022F1B603830102']);
  });

  it('that is no CNS by its ATR is tried as a classic one, and no further', async () => {
    const card = sampleCard(issuance, { type: 'ACe2025', atr: fromHex('3B021450') });
    expect(await activateWhatever(card, 'transport-codes')).toMatchObject({ end: 'unreadable', sent: ['00A4080C0410001003'] });
  });
});
