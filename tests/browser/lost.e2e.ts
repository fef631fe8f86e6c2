// SPDX-License-Identifier: AGPL-3.0-or-later
import { caseReadyToPrint, caseWithEnvelope } from './support/case-so-far';
import { expect, test } from './support/desk-test';

test.describe('a lost link to the server', () => {
  test('is told at once; what was typed stays, acts wait, and go on when it is back', async ({ desk, context, citizens }) => {
    const citizen = await caseReadyToPrint(desk, citizens);
    await context.setOffline(true);
    await expect(desk.page.getByRole('alert').filter({ hasText: 'Collegamento con il server perso' })).toContainText('Puoi continuare a leggere. Riproviamo da soli.');
    await expect(desk.field('Numero')).toHaveValue(citizen.document.number);
    await desk.button('Identità verificata: stampa').click();
    await context.setOffline(false);
    await expect(desk.page.getByRole('status').filter({ hasText: 'Collegato di nuovo' })).toBeVisible();
    await desk.awaitedSheet();
    await expect(desk.page.getByText('Collegamento con il server perso')).toHaveCount(0);
  });
});

test.describe('a lost station', () => {
  test('is told on the bar and in its place, and comes back by itself', async ({ desk, stack }) => {
    await expect(desk.devices).toContainText('Postazione');
    stack.station.kill();
    await expect(desk.devices).toContainText('Postazione scollegata');
    await expect(desk.title).toHaveText('La postazione è scollegata');
    await expect(desk.devices).not.toContainText('Postazione scollegata');
    await expect(desk.title).toHaveText('Inserisci una tessera');
  });

  test('in the middle of a case loses nothing: the printed envelope is still good', async ({ desk, citizens, stack }) => {
    const { citizen, envelope } = await caseWithEnvelope(desk, citizens);
    stack.station.kill();
    await expect(desk.devices).toContainText('Postazione scollegata');
    await expect(desk.devices).not.toContainText('Postazione scollegata');
    await expect(desk.title).toHaveText(`Leggi il codice esterno della busta ${envelope.controlNumber}`);
    await desk.hands.scan(envelope.outerCode);
    await expect(desk.title).toHaveText(`Consegna la busta ${envelope.controlNumber}`);
    await citizens.pull();
    expect(await citizens.tryAtHome(citizen, envelope)).toMatchObject({ kind: 'signed' });
  });
});
