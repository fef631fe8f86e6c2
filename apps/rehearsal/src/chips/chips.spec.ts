// SPDX-License-Identifier: AGPL-3.0-or-later
import { SecretBytes } from '@sportello/card-io/issuer';
import { verifyChipCertificate } from '@sportello/card-io/certificate';
import { issueDemoCa } from '@sportello/card-io/simulator';
import { existingDate } from '@sportello/domain';
import { randomInt, X509Certificate } from 'node:crypto';
import type { DeckCard } from '../deck/deck';
import { makeDeck } from '../deck/make-deck';
import { useCard } from '../home/use-card';
import { temporaryFolder } from '../testing/temporary-folder';
import { Chips } from './chips';

const today = existingDate(2026, 11, 23);
const { cards } = makeDeck(today, randomInt);
const cardOf = (story: DeckCard['story']): DeckCard => {
  const found = cards.find((card) => card.story === story);
  if (found === undefined) throw new Error(story);
  return found;
};
const maria = cardOf('ordinary');
const issuer = SecretBytes.own(new Uint8Array(32));
const authority = issueDemoCa({ commonName: 'Test', notBefore: new Date('2015-01-01'), notAfter: new Date('2045-01-01') });

const wrongPin = (card: DeckCard): string => (card.transport.pin === '00000' ? '11111' : '00000');

describe('the chips of the deck', () => {
  it('are drawn once, even when two ask at the same time', async () => {
    await using folder = await temporaryFolder();
    const chips = new Chips(folder.path, await authority, issuer);
    const [first, second, card] = await Promise.all([chips.certificateOf(maria), chips.certificateOf(maria), chips.of(maria)]);
    expect(Buffer.from(first).equals(second)).toBe(true);
    expect(await chips.of(maria)).toBe(card);
  });

  it('carry a certificate of the demo authority that the desk trusts', async () => {
    await using folder = await temporaryFolder();
    const ca = await authority;
    const certificateDer = await new Chips(folder.path, ca, issuer).certificateOf(maria);
    const verdict = await verifyChipCertificate({ certificateDer, trustAnchorsDer: [ca.certificateDer], at: new Date('2026-11-23T10:00:00Z') });
    expect(verdict).toMatchObject({ kind: 'trusted', findings: [] });
    expect(new X509Certificate(certificateDer).subject).toContain(`${maria.codiceFiscale}/${maria.idCarta}.`);
  });

  it('keep their tries through a restart: a wrong PIN is not forgotten', async () => {
    await using folder = await temporaryFolder();
    const ca = await authority;
    const before = new Chips(folder.path, ca, issuer);
    expect(await useCard(await before.of(maria), wrongPin(maria), await before.certificateOf(maria), ca.certificateDer)).toEqual({ kind: 'wrong-pin', triesLeft: 2 });
    const later = new Chips(folder.path, ca, issuer);
    expect((await later.of(maria)).state).toMatchObject({ pinTriesLeft: 2 });
    expect(Buffer.from(await later.certificateOf(maria)).equals(await before.certificateOf(maria))).toBe(true);
  });

  it('start with the factory’s codes, and those in use with their holder’s', async () => {
    await using folder = await temporaryFolder();
    const chips = new Chips(folder.path, await authority, issuer);
    const [factory, inUse] = [maria, cardOf('already-active')];
    expect(await chips.stateOf(factory)).toMatchObject(factory.transport);
    expect(await chips.stateOf(inUse)).toMatchObject(inUse.inUse ?? {});
    expect([chips.hasOwnCodes(factory), chips.hasOwnCodes(inUse)]).toEqual([false, true]);
  });
});

describe('a card at home', () => {
  it('accepts its PIN and signs, and the signature is judged by certificate and authority', async () => {
    await using folder = await temporaryFolder();
    const ca = await authority;
    const chips = new Chips(folder.path, ca, issuer);
    const [chip, certificate] = [await chips.of(maria), await chips.certificateOf(maria)];
    expect(await useCard(chip, maria.transport.pin, certificate, ca.certificateDer)).toEqual({ kind: 'signed', isSignatureValid: true, isFromAuthority: true });
  });

  it('does not pass with another card’s certificate, nor with another authority', async () => {
    await using folder = await temporaryFolder();
    const ca = await authority;
    const chips = new Chips(folder.path, ca, issuer);
    const other = await chips.certificateOf(cardOf('omocode'));
    const stranger = await issueDemoCa({ commonName: 'Another', notBefore: new Date('2015-01-01'), notAfter: new Date('2045-01-01') });
    const chip = await chips.of(maria);
    expect(await useCard(chip, maria.transport.pin, other, ca.certificateDer)).toMatchObject({ kind: 'signed', isSignatureValid: false });
    expect(await useCard(chip, maria.transport.pin, await chips.certificateOf(maria), stranger.certificateDer)).toMatchObject({ isFromAuthority: false });
  });

  it('is blocked after three wrong PINs, and then refuses the right one', async () => {
    await using folder = await temporaryFolder();
    const ca = await authority;
    const chips = new Chips(folder.path, ca, issuer);
    const [chip, certificate] = [await chips.of(maria), await chips.certificateOf(maria)];
    const use = (pin: string) => useCard(chip, pin, certificate, ca.certificateDer);
    for (const triesLeft of [2, 1, 0]) expect(await use(wrongPin(maria))).toEqual({ kind: 'wrong-pin', triesLeft });
    expect(await use(maria.transport.pin)).toEqual({ kind: 'blocked' });
  });

  it('forgets the PIN afterwards: the next who finds the card cannot sign', async () => {
    await using folder = await temporaryFolder();
    const ca = await authority;
    const chips = new Chips(folder.path, ca, issuer);
    const chip = await chips.of(maria);
    await useCard(chip, maria.transport.pin, await chips.certificateOf(maria), ca.certificateDer);
    const signing = await chip.process(Buffer.concat([Buffer.from('002a9e9a33', 'hex'), Buffer.alloc(51), Buffer.of(0)]));
    expect(Buffer.from(signing).toString('hex')).toMatch(/^(6982|6985)$/);
  });
});
