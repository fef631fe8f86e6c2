// SPDX-License-Identifier: AGPL-3.0-or-later
import { expectAccessibleInEveryWidth } from './support/accessibility';
import { expect, test } from './support/desk-test';

test.describe('the functional check', () => {
  test('is made of a card that is active already, and of one whose case was put aside', async ({ desk, citizens }) => {
    const active = await citizens.comesWith('already-active');
    await citizens.insert(active);
    await desk.button('Verifica funzionale').click();
    await expect(desk.layer).toContainText('La tessera funziona');
    await expect(desk.layer).toContainText(`ID_Carta che finisce con ${active.idCarta.slice(-4)}`);
    await expect(desk.layer).toContainText('Nessuna revoca');
    await desk.button('Stampa l’esito').click();
    await expect(desk.layer).toContainText('Stampato: prendilo da Moduli');
    await expectAccessibleInEveryWidth(desk.page, 'a functional check');
    await desk.hands.press('Escape');
    await expect(desk.layer).toHaveCount(0);
    await citizens.pull();
    await expect(desk.title).toHaveText('Inserisci una tessera');

    await citizens.insert(await citizens.comes());
    await expect(desk.field('Numero')).toBeFocused();
    await desk.hands.press('F9');
    await expect(desk.title).toHaveText('Togli la tessera');
    await desk.button('Verifica funzionale').click();
    await expect(desk.layer).toContainText('è ancora da attivare');
    // It names nobody: what it says stays when the card goes.
    await citizens.pull();
    await expect(desk.layer).toContainText('La tessera funziona');
    await desk.hands.press('Escape');
    await expect(desk.title).toHaveText('Inserisci una tessera');
  });
});
