// SPDX-License-Identifier: AGPL-3.0-or-later
import { issueSample, sampleCard, sampleCodes, sampleIdCarta, type Issuance } from '../../testing/sample-card';
import { fromHex, toHex } from '../bytes/hex';
import { cardModelNames, isCardModelName, type CardModelName } from './card-model';
import type { CardQuirks } from './card-quirks';
import type { VirtualCard } from './virtual-card';

let issuance: Issuance;
beforeAll(async () => {
  issuance = await issueSample();
});

const cardOf = (type: CardModelName, quirks: CardQuirks = {}): VirtualCard => sampleCard(issuance, { type, quirks, issuerKey: new Uint8Array(16) });
const talk = async (card: VirtualCard, ...commands: readonly string[]): Promise<readonly string[]> => {
  const answers: string[] = [];
  for (const command of commands) answers.push(toHex(await card.process(fromHex(command))));
  return answers;
};

const idCarta = toHex(Buffer.from(sampleIdCarta));
const [pin, puk, newPuk] = [sampleCodes.transportPin, sampleCodes.transportPuk, sampleCodes.newPuk].map((digits) => toHex(Buffer.from(digits)).padEnd(16, 'F'));
const selectIdCarta = '00A4080C0410001003';
const selectData = '00A4080C0411001102';

describe('a quirk of the virtual card', () => {
  it.each([
    ['6282', `${idCarta}6282`],
    ['9000', `${idCarta}9000`],
    ['6Cxx', '6C10'],
    ['6700', '6700'],
  ] as const)('end of file by %s', async (endOfFile, answer) => {
    expect(await talk(cardOf('AC2018', { endOfFile }), selectIdCarta, '00B0000020', '00B0000010')).toEqual(['9000', answer, `${idCarta}9000`]);
  });

  it('short reads', async () => {
    const [, whole, past] = await talk(cardOf('AC2018', { longestRead: 4 }), selectIdCarta, '00B0000010', '00B0000820');
    expect([whole, past]).toEqual([`${idCarta.slice(0, 8)}9000`, `${idCarta.slice(16, 24)}9000`]);
  });

  it('61xx, though Le asked for the data', async () => {
    expect(await talk(cardOf('AC2018', { keepsAnswersWaiting: true }), selectIdCarta, '00B0000010', '00C0000010')).toEqual(['9000', '6110', `${idCarta}9000`]);
  });

  it.each([
    [undefined, ['63C2', '63C1']],
    ['burns-a-try', ['63C2', '63C1']],
    ['tells-tries-left', ['63C3', '63C3']],
  ] as const)('an empty VERIFY that %s', async (emptyVerify, answers) => {
    expect(await talk(cardOf('AC2018', emptyVerify ? { emptyVerify } : {}), '00200010', '00200010')).toEqual(answers);
  });

  it('a status lost at SELECT, and at CHANGE', async () => {
    const change = `0024001110${puk}${newPuk}`;
    const sign = `002A9E9A01AB00`;
    const chosen = [`0020001008${pin}`, '0022F30300', '0022F1B603830101'];
    expect((await talk(cardOf('AC2018', {}), ...chosen, selectIdCarta, change, sign)).at(-1)).toMatch(/9000$/);
    expect((await talk(cardOf('AC2018', { forgetsStatusAt: ['select'] }), ...chosen, selectIdCarta, sign)).at(-1)).toBe('6982');
    expect((await talk(cardOf('AC2018', { forgetsStatusAt: ['change'] }), ...chosen, change, sign)).at(-1)).toBe('6982');
  });

  it('no SELECT with P1 02, no signature but by deciphering', async () => {
    const quirks: CardQuirks = { refuses: ['select-sibling', 'sign'] };
    expect((await talk(cardOf('AC2018', quirks), selectData, '00A4020C021101')).at(-1)).toBe('6A86');
    expect((await talk(cardOf('AC2018', quirks), `0020001008${pin}`, '0022F30300', '0022F1B603830101', '002A9E9A01AB00')).at(-1)).toBe('6982');
  });

  it('codes and keys known from the MF alone, at the cost of no try', async () => {
    const card = cardOf('AC2018', { knowsCodesFromMfOnly: true });
    expect(await talk(card, selectData, `0020001008${pin}`, `0024001110${puk}${newPuk}`, `002C001010${puk}${pin}`)).toEqual(['9000', '6A88', '6A88', '6A88']);
    expect((await talk(card, '0084000008', '00820012080000000000000000')).at(-1)).toBe('6A88');
    expect(await talk(card, '00A4000C023F00', `0020001008${pin}`)).toEqual(['9000', '9000']);
    expect(card.state).toMatchObject({ pinTriesLeft: 3, pukTriesLeft: 10, issuerTriesLeft: 5 });
  });

  it('a PUK of three tries, blocked by the third wrong one', async () => {
    const card = cardOf('AC2018', { pukTries: 3 });
    const wrong = `002C001010${newPuk}${pin}`;
    expect(await talk(card, wrong, `002C001010${puk}${pin}`, wrong, wrong, wrong, wrong)).toEqual(['63C2', '9000', '63C2', '63C1', '63C0', '6983']);
  });

  it('a file that is not there, or cannot be read', async () => {
    expect(await talk(cardOf('AC2018', { damage: { 'id-carta': 'missing' } }), selectIdCarta)).toEqual(['6A82']);
    expect(await talk(cardOf('AC2018', { damage: { 'id-carta': 'failing' } }), selectIdCarta, '00B0000010')).toEqual(['9000', '6581']);
  });
});

describe('a type of the virtual card', () => {
  it('is any of the codes on the plastic', () => {
    expect(cardModelNames).toContain('ACj2025');
    expect([isCardModelName('ST2021'), isCardModelName('ST1999'), isCardModelName('toString')]).toEqual([true, false, false]);
  });

  it('of STIncard looks a code up where it stands, or upwards when the reference says so', async () => {
    expect(await talk(cardOf('ST2021'), `0020001008${pin}`, selectData, `0020001008${pin}`, `0020009008${pin}`)).toEqual(['9000', '9000', '6A88', '9000']);
    expect(await talk(cardOf('AC2018'), selectData, `0020001008${pin}`, `0020009008${pin}`)).toEqual(['9000', '9000', '6A88']);
  });

  it('of 2021 by IDEMIA keeps its certificate and key elsewhere', async () => {
    const [, classic, , real] = await talk(cardOf('ACe2021'), '00A4080C0411001101', '00B0000004', '00A4080C06140090012002', '00B0000002');
    expect([classic, real]).toEqual(['A5A5A5A59000', '30829000']);
    expect(await talk(cardOf('ACe2021'), '0022F30300', '0022F30200', '0022F1B603830101', '0022F1B603830102')).toEqual(['6A88', '9000', '6A88', '9000']);
  });

  it('of 2025 shows its files after its application was selected, until the next reset', async () => {
    const card = cardOf('ACe2025');
    const select = ['00A404000CA000000530000B104001021A', '00A409000411001102'];
    expect(await talk(card, selectData, '00A4000C023F00')).toEqual(['6A82', '6A82']);
    expect(await talk(card, ...select, '00B0000001')).toEqual(['611B', '611B', '309000']);
    card.reset();
    expect(await talk(card, selectData)).toEqual(['6A82']);
    expect(await talk(card, '00A4040C0AA000000530455349474E', '00A4090C04DA01C001', '00B0000002')).toEqual(['9000', '9000', '30829000']);
  });
});
