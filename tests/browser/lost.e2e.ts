// SPDX-License-Identifier: AGPL-3.0-or-later
import { expectAccessibleInEveryWidth } from './support/accessibility';
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

  test('says after a while which cards are safe and what to tell the queue, with a slip that names nobody', async ({ desk, context, citizens }) => {
    const { citizen, envelope } = await caseWithEnvelope(desk, citizens);
    await context.setOffline(true);
    const panel = desk.page.getByRole('region', { name: 'Mentre il server non risponde' });
    await expect(panel).toContainText(`Se la busta ${envelope.controlNumber} esce, tienila chiusa`);
    await expect(panel).toContainText('«Il collegamento si è interrotto.');
    await expectAccessibleInEveryWidth(desk.page, 'the link is lost');
    await panel.getByRole('button', { name: /^Torna senza fila: pratica/ }).click();
    await expect(desk.layer).toContainText('Torni quando vuole: non rifà la fila.');
    await expect(desk.layer).not.toContainText(citizen.surname);
    await expectAccessibleInEveryWidth(desk.page, 'the slip to come back with');
    await desk.hands.press('Escape');
    await expect(panel.getByRole('button', { name: /^Torna senza fila: pratica/ })).toBeFocused();
    await context.setOffline(false);
    await expect(panel).toHaveCount(0);
    await desk.hands.scan(envelope.outerCode);
    await expect(desk.title).toHaveText(`Consegna la busta ${envelope.controlNumber}`);
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
