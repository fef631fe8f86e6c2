// SPDX-License-Identifier: AGPL-3.0-or-later
import { constants, publicDecrypt, X509Certificate } from 'node:crypto';
import { issueSample, sampleCard, sampleCodes, sampleIdCarta } from '../../testing/sample-card';
import { fromHex, toHex } from '../bytes/hex';
import { freshCodes } from './code-store';
import type { Issuance } from '../../testing/sample-card';
import type { VirtualCard } from './virtual-card';
import type { VirtualCardState } from './code-store';

let issuance: Issuance;
let card: VirtualCard;
beforeAll(async () => {
  issuance = await issueSample();
});
beforeEach(() => {
  card = sampleCard(issuance);
});

const ascii = (digits: string): string => toHex(Buffer.from(digits)).padEnd(16, 'F');
const send = async (hex: string, to = card): Promise<string> => toHex(await to.process(fromHex(hex)));
const [pin, puk, newPin, newPuk] = [sampleCodes.transportPin, sampleCodes.transportPuk, sampleCodes.newPin, sampleCodes.newPuk].map(ascii);
const idCarta = toHex(Buffer.from(sampleIdCarta));

describe('the files of the virtual card', () => {
  it.each([
    ['by path from the MF', ['00A4080C0410001003']],
    ['by path from the current DF', ['00A4090C0410001003']],
    ['step by step by FID', ['00A4000C021000', '00A4000C021003']],
    ['as an EF under the current DF', ['00A4000C021000', '00A4020C021003']],
    ['across two DFs', ['00A4080C021100', '00A4000C021000', '00A4000C021003']],
    ['back from another DF by its parent', ['00A4080C021100', '00A4030C', '00A4090C0410001003']],
    ['from the MF again', ['00A4080C021100', '00A4000C023F00', '00A4000C021000', '00A4020C021003']],
  ])('are selected %s', async (_case, commands) => {
    for (const command of commands) expect(await send(command)).toBe('9000');
    expect(await send('00B0000010')).toBe(`${idCarta}9000`);
  });

  it.each([
    ['an unknown AID', '00A4040C08A000000030800000', '6A82'],
    ['an unknown file', '00A4080C0410001099', '6A82'],
    ['a file below an EF', '00A4080C06100010031000', '6A82'],
    ['a path in halves', '00A4080C03100010', '6A82'],
    ['an empty path', '00A4080C', '6A82'],
    ['a DF taken for an EF', '00A4020C021000', '6A82'],
    ['the parent of the MF', '00A4030C', '6A82'],
    ['an unknown way', '00A4050C021000', '6A86'],
    ['an unknown answer', '00A40801021000', '6A86'],
  ])('do not include %s', async (_case, command, sw) => {
    expect(await send(command)).toBe(sw);
  });

  it('describe themselves on request: size, kind, FID and access', async () => {
    expect(await send('00A4080004100010031D')).toBe('6F19' + '80020010' + '820101' + '83021003' + '860900FFFFFFFFFFFFFFFF' + '8A0105' + '9000');
    expect(await send('00A408040210001D')).toBe('6219' + '81020000' + '820138' + '83021000' + '860900FFFFFFFFFFFFFFFF' + '8A0105' + '9000');
  });

  it('leave a description that was not asked for to GET RESPONSE', async () => {
    expect(await send('00A408000410001003')).toBe('611B');
    expect(await send('00C000001B')).toMatch(/^6F19.*9000$/);
    expect(await send('00C000001B')).toBe('6985');
  });

  it('are read from an offset, and no further than they go', async () => {
    expect(await send('00B0000010')).toBe('6986');
    await send('00A4080C0410001003');
    expect(await send('00B0000804')).toBe(`${idCarta.slice(16, 24)}9000`);
    expect(await send('00B0000014')).toBe(`${idCarta}6282`);
    expect(await send('00B0000000')).toBe('6C10');
    expect(await send('00B0001001')).toBe('6B00');
    expect(await send('00B0810001')).toBe('6A86');
    expect(await send('00B00000')).toBe('6700');
  });

  it('are zero padded as on a real card', async () => {
    await send('00A4080C0411001102');
    expect(await send('00B0018510')).toMatch(/^0{22}6282$/);
  });
});

describe('the codes of the virtual card', () => {
  it('take the PIN under either of its references', async () => {
    expect(await send(`0020001008${pin}`)).toBe('9000');
    expect(await send(`0020009008${pin}`)).toBe('9000');
  });

  it('count wrong PINs down to blocked, also for the right one', async () => {
    expect([await send(`0020001008${newPin}`), await send(`0020001008${newPin}`), await send(`0020001008${newPin}`)]).toEqual(['63C2', '63C1', '63C0']);
    expect(await send(`0020001008${pin}`)).toBe('6983');
    expect(await send('00200010')).toBe('6983');
  });

  it('give the tries back to the right PIN', async () => {
    await send(`0020001008${newPin}`);
    await send(`0020001008${pin}`);
    expect(card.state.pinTriesLeft).toBe(3);
  });

  it('spend a try in the lasting state before they compare', async () => {
    const states: VirtualCardState[] = [];
    const kept = sampleCard(issuance, { persist: (state) => states.push(state) });
    await send(`0020001008${pin}`, kept);
    expect(states.map(({ pinTriesLeft }) => pinTriesLeft)).toEqual([2, 3]);
  });

  it('answer 6581, and keep their state, when it cannot be made to last', async () => {
    const broken = sampleCard(issuance, {
      persist: () => {
        throw new Error('disk full');
      },
    });
    expect(await send(`0020001008${newPin}`, broken)).toBe('6581');
    expect(broken.state.pinTriesLeft).toBe(3);
  });

  it('count a VERIFY without a PIN as a wrong one, as some real cards do', async () => {
    expect(await send('00200010')).toBe('63C2');
  });

  it('change PIN and PUK for whoever knows the old one', async () => {
    expect(await send(`0024001010${pin}${newPin}`)).toBe('9000');
    expect(await send(`0024001110${puk}${newPuk}`)).toBe('9000');
    expect(await send(`0024001110${puk}${newPuk}`)).toBe('63C9');
    expect(card.state).toEqual({ pin: sampleCodes.newPin, puk: sampleCodes.newPuk, pinTriesLeft: 3, pukTriesLeft: 9, issuerTriesLeft: 5 });
  });

  it('set a new PIN by the PUK, also when the PIN is blocked', async () => {
    const blocked = sampleCard(issuance, { state: { ...freshCodes({ pin: '00000', puk: sampleCodes.transportPuk }), pinTriesLeft: 0 } });
    expect(await send(`002C001010${puk}${newPin}`, blocked)).toBe('9000');
    expect(await send(`0020001008${newPin}`, blocked)).toBe('9000');
  });

  it('unblock the old PIN by the PUK alone', async () => {
    const blocked = sampleCard(issuance, { state: { ...freshCodes({ pin: sampleCodes.transportPin, puk: sampleCodes.transportPuk }), pinTriesLeft: 0 } });
    expect(await send(`002C011008${puk}`, blocked)).toBe('9000');
    expect(await send(`0020001008${pin}`, blocked)).toBe('9000');
  });

  it.each([
    ['a PIN of four digits', `0024001010${pin}${ascii('1234')}`, '6A80'],
    ['a PIN with a letter', `0024001010${pin}${ascii('1234A')}`, '6A80'],
    ['half of the data', `0024001008${pin}`, '6700'],
    ['a VERIFY of another length', '0020001004FFFFFFFF', '6700'],
    ['a code that does not exist', `0020001208${pin}`, '6A88'],
    ['a PUK reset by itself', `002C001110${puk}${newPuk}`, '6A88'],
    ['a new code without the old one, which is the issuer\'s right', `0024011108${newPuk}`, '6982'],
    ['a new PIN without the PUK, which is the issuer\'s right', `002C021008${newPin}`, '6982'],
    ['an unknown kind of VERIFY', `0020FF1008${pin}`, '6A86'],
  ])('refuse %s', async (_case, command, sw) => {
    expect(await send(command)).toBe(sw);
    expect(card.state.puk).toBe(sampleCodes.transportPuk);
    expect(card.state.pin).toBe(sampleCodes.transportPin);
  });

  it('come back from JSON as they went', async () => {
    await send(`0020001008${newPin}`);
    const revived = sampleCard(issuance, { state: JSON.parse(JSON.stringify(card.state)) as VirtualCardState });
    expect(await send(`0020001008${newPin}`, revived)).toBe('63C1');
  });
});

describe('the key of the virtual card', () => {
  const digestInfo = `3031300D060960864801650304020105000420${'AB'.repeat(32)}`;
  const sign = `002A9E9A33${digestInfo}00`;

  const publicKey = () => new X509Certificate(issuance.issued.certificateDer).publicKey;

  it('signs after PIN, environment and key', async () => {
    expect([await send(`0020001008${pin}`), await send('0022F30300'), await send('0022F1B603830101')]).toEqual(['9000', '9000', '9000']);
    const answer = fromHex(await send(sign));
    expect(toHex(publicDecrypt({ key: publicKey(), padding: constants.RSA_PKCS1_PADDING }, answer.subarray(0, 256)))).toBe(digestInfo);
  });

  it('deciphers bare, and in two pieces, as OpenSC wants it for signing', async () => {
    await send(`0020001008${pin}`);
    await send('0022F303');
    await send('0022F1B803830101');
    const block = `00${'01'.padEnd(508 - digestInfo.length, 'F')}00${digestInfo}`;
    expect(await send(`102A8086FF00${block.slice(0, 508)}`)).toBe('9000');
    const answer = fromHex(await send(`002A808602${block.slice(508)}00`));
    expect(toHex(publicDecrypt({ key: publicKey(), padding: constants.RSA_NO_PADDING }, answer.subarray(0, 256)))).toBe(block);
  });

  it.each([
    ['without the PIN', ['0022F30300', '0022F1B603830101'], sign, '6982'],
    ['without a key chosen', [`0020001008${pin}`, '0022F30300'], sign, '6985'],
    ['with a key chosen for deciphering', [`0020001008${pin}`, '0022F30300', '0022F1B803830101'], sign, '6985'],
    ['more than the padding leaves room for', [`0020001008${pin}`, '0022F30300', '0022F1B603830101'], `002A9E9AF6${'00'.repeat(246)}00`, '6A80'],
    ['a cryptogram of another length', [`0020001008${pin}`, '0022F30300', '0022F1B803830101'], '002A80860300AABB00', '6A80'],
    ['a number above the modulus', [`0020001008${pin}`, '0022F30300', '0022F1B803830101', `102A8086FF00${'FF'.repeat(254)}`], '002A808602FFFF00', '6A80'],
    ['another operation', [`0020001008${pin}`], '002A9E9B00', '6A86'],
  ])('refuses to work %s', async (_case, before, command, sw) => {
    for (const step of before) expect(await send(step)).toBe('9000');
    expect(await send(command)).toBe(sw);
  });

  it.each([
    ['an environment that does not exist', '0022F30400', '6A88'],
    ['a key before its environment', '0022F1B603830101', '6985'],
    ['a template that does not exist', '0022F1B403830101', '6A86'],
  ])('refuses %s', async (_case, command, sw) => {
    expect(await send(command)).toBe(sw);
  });

  it('refuses a key that does not exist', async () => {
    await send('0022F30300');
    expect(await send('0022F1B603830102')).toBe('6A88');
  });

  it('forgets everything but the codes when the card is reset', async () => {
    for (const step of [`0020001008${pin}`, '0022F30300', '0022F1B603830101', '00A4080C0410001003']) await send(step);
    card.reset();
    expect([await send(sign), await send('00B0000001'), await send('0022F1B603830101')]).toEqual(['6982', '6986', '6985']);
  });
});

describe('the virtual card fails closed', () => {
  it.each([
    ['an unknown instruction', '00CA000000', '6D00'],
    ['writing', '00D6000001AA', '6D00'],
    ['an unknown class', '80CA000000', '6E00'],
    ['half a command', '00A4', '6700'],
    ['lengths that contradict each other', '00A4080C05AA', '6700'],
  ])('%s', async (_case, command, sw) => {
    expect(await send(command)).toBe(sw);
  });

  it('when a chain of commands ends with another one', async () => {
    expect(await send('102A808602AABB')).toBe('9000');
    expect(await send('00A4080C0410001003')).toBe('6883');
    expect(await send('00A4080C0410001003')).toBe('9000');
  });

  it('when a chain goes on for ever', async () => {
    const piece = `102A8086FF${'00'.repeat(255)}`;
    expect([await send(piece), await send(piece), await send(piece)]).toEqual(['9000', '9000', '6883']);
  });

  it('gives challenges that are never the same', async () => {
    const challenges = [await send('0084000008'), await send('0084000008')];
    expect(challenges[0]).toMatch(/^[0-9A-F]{16}9000$/);
    expect(challenges[0]).not.toBe(challenges[1]);
  });

  it('holds no contents that its files have no room for', () => {
    expect(() => sampleCard(issuance, { personalData: new Uint8Array(401) })).toThrow('400 bytes');
  });
});
