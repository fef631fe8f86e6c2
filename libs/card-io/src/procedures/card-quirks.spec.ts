// SPDX-License-Identifier: AGPL-3.0-or-later
import { activateWhatever, methods, sampleIssuerKey, type Activation } from '../../testing/desk-by-type';
import { issueSample, sampleCard, sampleCodes, type Issuance } from '../../testing/sample-card';
import { freshCodes } from '../simulator';
import type { ActivationMethod } from '..';
import type { CardQuirks, VirtualCard, VirtualCardState } from '../simulator';

let issuance: Issuance;
beforeAll(async () => {
  issuance = await issueSample();
});

const issuerKey = (): Uint8Array => sampleIssuerKey.use((key) => Uint8Array.from(key));
const cardWith = (quirks: CardQuirks, state?: VirtualCardState): VirtualCard => sampleCard(issuance, { type: 'AC2018', issuerKey: issuerKey(), quirks, ...(state && { state }) });
const instructions = ({ sent }: Activation, ...wanted: readonly string[]): string[] => sent.filter((command) => wanted.includes(command.slice(2, 4)));

const quirks: readonly (readonly [title: string, quirks: CardQuirks])[] = [
  ['no quirk at all', {}],
  ['the end of a file by 6282', { endOfFile: '6282', hasExactFiles: true }],
  ['the end of a file by 9000, with less', { endOfFile: '9000', hasExactFiles: true }],
  ['the end of a file by 6Cxx', { endOfFile: '6Cxx', hasExactFiles: true }],
  ['the end of a file by 6700', { endOfFile: '6700', hasExactFiles: true }],
  ['reads of 100 bytes at most', { longestRead: 100 }],
  ['reads of 7 bytes at most, and 6700', { longestRead: 7, endOfFile: '6700', hasExactFiles: true }],
  ['61xx to everything', { keepsAnswersWaiting: true }],
  ['an empty VERIFY that burns a try', { emptyVerify: 'burns-a-try' }],
  ['an empty VERIFY that tells the tries', { emptyVerify: 'tells-tries-left' }],
  ['a status lost at each SELECT', { forgetsStatusAt: ['select'] }],
  ['a status lost at each CHANGE', { forgetsStatusAt: ['change'] }],
  ['no SELECT with P1 02', { refuses: ['select-sibling'] }],
  ['a key that deciphers and does not sign', { refuses: ['sign'] }],
  ['codes and keys known from the MF alone', { knowsCodesFromMfOnly: true }],
  ['codes known from the MF alone, and a status lost at each SELECT', { knowsCodesFromMfOnly: true, forgetsStatusAt: ['select', 'change'] }],
  ['ten tries of the PUK', { pukTries: 10 }],
  ['three tries of the PUK', { pukTries: 3 }],
  ['all of it at once', { endOfFile: '6700', hasExactFiles: true, longestRead: 60, keepsAnswersWaiting: true, refuses: ['select-sibling', 'sign'], knowsCodesFromMfOnly: true, forgetsStatusAt: ['select', 'change'] }],
];

describe.each(methods)('a card with a quirk, written by %s', (method: ActivationMethod) => {
  it.each(quirks)('is activated, at the cost of no try: %s', async (_title, quirk) => {
    const card = cardWith(quirk);
    const activation = await activateWhatever(card, method);
    expect(activation).toMatchObject({ end: 'proved', type: 'AC', isSigned: true });
    expect(card.state).toEqual({ pin: sampleCodes.newPin, puk: sampleCodes.newPuk, pinTriesLeft: 3, pukTriesLeft: quirk.pukTries ?? 10, issuerTriesLeft: 5 });
  });

  it.each(quirks)('is sent no VERIFY without a PIN: %s', async (_title, quirk) => {
    const activation = await activateWhatever(cardWith(quirk), method);
    expect(instructions(activation, '20').filter((command) => command.length <= 10)).toEqual([]);
    expect(instructions(activation, '20').length).toBeGreaterThan(0);
  });

  it('is sent each code once, but where it said that it knows no such code', async () => {
    const codeCommands = ['20', '24', '2C', '82'];
    const plain = instructions(await activateWhatever(cardWith({}), method), ...codeCommands);
    expect(new Set(plain).size).toBe(plain.length);
    const fromMf = await activateWhatever(cardWith({ knowsCodesFromMfOnly: true }), method);
    expect(fromMf.sent.filter((command) => command === '00A4000C023F00')).toHaveLength(1); // and from there on it stands in the MF
    expect(instructions(fromMf, ...codeCommands)).toHaveLength(plain.length + 1);
  });

  it('that has its PUK blocked ends so, whether the PIN is blocked or not', async () => {
    const blocked = { ...freshCodes({ pin: '00000', puk: sampleCodes.transportPuk }), pukTriesLeft: 0 };
    const ends = { 'transport-codes': 'blocked', 'issuer-auth': 'proved' } as const; // an issuer sets a new PUK, whatever became of the old one
    expect(await activateWhatever(cardWith({}, blocked), method)).toMatchObject({ end: ends[method] });
    expect(await activateWhatever(cardWith({}, { ...blocked, pinTriesLeft: 0 }), method)).toMatchObject({ end: ends[method] });
  });

  it('that has its PIN blocked is activated: the PUK sets a new one', async () => {
    const card = cardWith({}, { ...freshCodes({ pin: '00000', puk: sampleCodes.transportPuk }), pinTriesLeft: 0 });
    expect(await activateWhatever(card, method)).toMatchObject({ end: 'proved' });
    expect(card.state.pinTriesLeft).toBe(3);
  });
});

describe('a PUK that is not the card\'s', () => {
  it.each([
    [3, 2],
    [10, 9],
  ] as const)('costs one of %i tries, and is not tried again', async (pukTries, left) => {
    const card = sampleCard(issuance, { type: 'AC2018', quirks: { pukTries }, state: freshCodes({ pin: '00000', puk: '99999999' }, pukTries) });
    const activation = await activateWhatever(card, 'transport-codes');
    expect(activation.end).toBe('wrong-transport-puk');
    expect(card.state.pukTriesLeft).toBe(left);
  });
});

describe('an issuer\'s key that a card does not know', () => {
  it('costs it one try, and is not tried again', async () => {
    const card = sampleCard(issuance, { type: 'AC2018', issuerKey: new Uint8Array(16) });
    const activation = await activateWhatever(card, 'issuer-auth');
    expect(activation.end).toBe('issuer-refused');
    expect(instructions(activation, '82')).toHaveLength(1);
    expect(card.state.issuerTriesLeft).toBe(4);
  });

  it('is looked for in the MF, once, when there is none where the card stands', async () => {
    const activation = await activateWhatever(sampleCard(issuance, { type: 'AC2018' }), 'issuer-auth');
    expect(activation.end).toBe('issuer-refused');
    expect(instructions(activation, '84', '82').map((command) => command.slice(2, 4))).toEqual(['84', '82', '84', '82']);
  });
});
