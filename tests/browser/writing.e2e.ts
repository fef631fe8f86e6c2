// SPDX-License-Identifier: AGPL-3.0-or-later
import { caseWithEnvelope } from './support/case-so-far';
import { expect, test } from './support/desk-test';

const ACTIVE = { kind: 'signed', isSignatureValid: true, isFromAuthority: true };

test.describe('a card pulled while it is written', () => {
  test('halts the case without blame, and the same card goes on by itself with the same sheet', async ({ desk, citizens }) => {
    const { citizen, envelope } = await caseWithEnvelope(desk, citizens);
    await citizens.tearAt('new-pin');
    await desk.hands.scan(envelope.outerCode);
    for (const nextTear of ['new-puk', 'proof', null] as const) {
      await expect(desk.title).toHaveText('Tessera tolta: reinseriscila.');
      await expect(desk.page.getByText('Non serve ricominciare.', { exact: true })).toBeVisible();
      await expect(desk.openCases).toContainText('Interrotta');
      if (nextTear) await citizens.tearAt(nextTear);
      await citizens.insert(citizen);
      if (nextTear) await expect.poll(() => citizens.isCardIn()).toBe(false);
    }
    await expect(desk.title).toHaveText(`Consegna la busta ${envelope.controlNumber}`);
    await citizens.pull();
    expect(await citizens.tryAtHome(citizen, envelope)).toEqual(ACTIVE);
  });

  test('is not taken for another: a second card in its place is told, and nothing is written on it', async ({ desk, citizens }) => {
    const { citizen, envelope } = await caseWithEnvelope(desk, citizens);
    await citizens.tearAt('new-pin');
    await desk.hands.scan(envelope.outerCode);
    await expect(desk.title).toHaveText('Tessera tolta: reinseriscila.');
    const other = await citizens.comes();
    await citizens.insert(other);
    await expect(desk.title).toHaveText(/^Tessera diversa dalla pratica \d+$/);
    await expect(desk.page.getByText(/^Non abbiamo scritto nulla/)).toBeVisible();
    await citizens.pull();
    await citizens.insert(citizen);
    await expect(desk.title).toHaveText(`Consegna la busta ${envelope.controlNumber}`);
    expect(await citizens.hasOwnCodes(other)).toBe(false);
  });
});

test.describe('a card that is away when its envelope is scanned', () => {
  test('is asked for, and its insertion is the start of the writing', async ({ desk, citizens }) => {
    const { citizen, envelope } = await caseWithEnvelope(desk, citizens);
    await citizens.pull();
    await expect(desk.cardPanel).toContainText('Lettore vuoto');
    await desk.hands.scan(envelope.outerCode);
    await expect(desk.title).toHaveText('Busta letta: inserisci la tessera.');
    await citizens.insert(citizen);
    await expect(desk.title).toHaveText(`Consegna la busta ${envelope.controlNumber}`);
  });
});
