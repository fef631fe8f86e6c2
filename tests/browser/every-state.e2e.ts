// SPDX-License-Identifier: AGPL-3.0-or-later
import { expectAccessible, expectAccessibleInEveryWidth, expectWholeStepInSight } from './support/accessibility';
import { caseReadyToPrint, caseWithEnvelope } from './support/case-so-far';
import { DeskPage } from './support/desk-page';
import { expect, test } from './support/desk-test';
import { expireSession } from './support/expire-session';
import { handOver } from './support/hand-over';

/**
 * Axe finds nothing, nothing lies beyond the edge in any width, and a step of a case needs no scrolling. Sign-in, the refusals at recognition and a jammed printer
 * are looked at in their own stories.
 */
test.describe('every state is accessible', () => {
  test('and would not be called so, were a field without its label', async ({ page }) => {
    await page.setContent('<!doctype html><html lang="it"><title>Prova</title><main><h1>Prova</h1><input type="text"></main></html>');
    await expect(expectAccessible(page, 'planted')).rejects.toThrow('label: input');
  });

  test('the desk between two citizens, and its layers', async ({ desk }) => {
    await expect(desk.title).toHaveText('Inserisci una tessera');
    await expectAccessibleInEveryWidth(desk.page, 'idle');
    await desk.hands.press('F1');
    await expect(desk.layer).toContainText('Guida e tasti');
    await expectAccessibleInEveryWidth(desk.page, 'guide');
    await desk.hands.press('Escape');
    await desk.hands.press('F4');
    await expect(desk.layer).toContainText('Mostra al cittadino');
    await expectAccessibleInEveryWidth(desk.page, 'shown to the citizen');
    await desk.hands.press('Escape');
    await desk.button(/L\. Bini/).click();
    await expectAccessibleInEveryWidth(desk.page, 'the operator’s menu');
  });

  test('a card being read', async ({ desk, citizens, stack }) => {
    await citizens.fault('slow-chip');
    const citizen = await citizens.comes();
    await citizens.insert(citizen);
    await expect(desk.cardPanel).toContainText('Lettura in corso');
    stack.station.freeze();
    try {
      await expect(desk.page.getByText('Lascia la tessera: di solito basta un secondo.')).toBeVisible();
      await expectAccessibleInEveryWidth(desk.page, 'reading');
      await expect(desk.cardPanel).toContainText('Lettura in corso');
    } finally {
      stack.station.thaw();
    }
    await expect(desk.title).toHaveText(`${citizen.surname} ${citizen.name}`);
  });

  test('the step Identità, and its layers', async ({ desk, citizens }) => {
    const citizen = await citizens.comes();
    await citizens.insert(citizen);
    await expect(desk.field('Numero')).toBeFocused();
    await expectAccessibleInEveryWidth(desk.page, 'identity, empty');
    await expectWholeStepInSight(desk.page, 'identity, empty');

    await desk.fillDocument(citizen);
    await desk.field('Data di rilascio').fill('31/02/2020');
    await desk.hands.press('Tab');
    await expect(desk.page.getByText('Il 31 febbraio non esiste')).toBeVisible();
    await expectAccessibleInEveryWidth(desk.page, 'identity, a date to mend');
    await expectWholeStepInSight(desk.page, 'identity, a date to mend');

    await desk.fillDocument(citizen);
    await expect(desk.page.getByText('Non manca nulla')).toBeVisible();
    await expectAccessibleInEveryWidth(desk.page, 'identity, ready');
    await expectWholeStepInSight(desk.page, 'identity, ready');

    await desk.hands.press('F3');
    await expect(desk.layer).toContainText('Cosa portare');
    await expectAccessibleInEveryWidth(desk.page, 'what to bring');
    await desk.hands.press('Escape');
    await desk.hands.press('F8');
    await desk.layer.getByRole('radio', { name: 'Documento scaduto' }).check();
    await expectAccessibleInEveryWidth(desk.page, 'refusal');
    await desk.hands.press('Enter');
    await expect(desk.title).toHaveText(/rifiutata$/);
    await expectAccessibleInEveryWidth(desk.page, 'refused');
    await expectWholeStepInSight(desk.page, 'refused');
  });

  test('a difference to decide, and the card away meanwhile', async ({ desk, citizens }) => {
    const citizen = await citizens.comesWith('second-name');
    await citizens.insert(citizen);
    await expect(desk.field('Numero')).toBeFocused();
    await desk.hands.scan(...citizen.document.mrz);
    await expect(desk.page.getByText('Da decidere: nome diverso')).toBeVisible();
    await expectAccessibleInEveryWidth(desk.page, 'identity, a difference to decide');
    await expectWholeStepInSight(desk.page, 'identity, a difference to decide');
    await citizens.pull();
    await expect(desk.page.getByRole('heading', { name: 'Tessera tolta: reinseriscila.' })).toBeVisible();
    await expectAccessibleInEveryWidth(desk.page, 'identity, the card away');
    await expectWholeStepInSight(desk.page, 'identity, the card away');
  });

  test('a document that is refused', async ({ desk, citizens }) => {
    const citizen = await citizens.comesWith('document-expired');
    await citizens.insert(citizen);
    await desk.fillDocument(citizen);
    await expect(desk.notice('Documento scaduto')).toBeVisible();
    await expectAccessibleInEveryWidth(desk.page, 'document expired');
    await expectWholeStepInSight(desk.page, 'document expired');
  });

  test('the envelope, the writing, the delivery', async ({ desk, citizens, stack }) => {
    const { citizen, envelope } = await caseWithEnvelope(desk, citizens);
    await expectAccessibleInEveryWidth(desk.page, 'envelope printed');
    await expectWholeStepInSight(desk.page, 'envelope printed');
    await desk.hands.scan('000999-K7P4XR');
    await expect(desk.notice('Foglio diverso dall’atteso')).toBeVisible();
    await expectAccessibleInEveryWidth(desk.page, 'wrong sheet');
    await expectWholeStepInSight(desk.page, 'wrong sheet');

    stack.station.freeze();
    try {
      await desk.hands.scan(envelope.outerCode);
      await expect(desk.title).toHaveText('Scrittura in corso: lascia la tessera');
      await expectAccessibleInEveryWidth(desk.page, 'writing');
      await expectWholeStepInSight(desk.page, 'writing');
      await citizens.tearAt('new-pin');
    } finally {
      stack.station.thaw();
    }
    await expect(desk.title).toHaveText('Tessera tolta: reinseriscila.');
    await expectAccessibleInEveryWidth(desk.page, 'interrupted');
    await expectWholeStepInSight(desk.page, 'interrupted');

    await citizens.insert(citizen);
    await expect(desk.title).toHaveText(`Consegna la busta ${envelope.controlNumber}`);
    await expectAccessibleInEveryWidth(desk.page, 'written');
    await expectWholeStepInSight(desk.page, 'written');
    await handOver(desk.page);
    await desk.hands.scan(envelope.outerCode);
    await expect(desk.title).toHaveText('Consegnata');
    await expectAccessibleInEveryWidth(desk.page, 'delivered');
    await expectWholeStepInSight(desk.page, 'delivered');
  });

  test('open cases waiting, the link lost, the session expired', async ({ page, context, citizens, stack }) => {
    const desk = new DeskPage(page);
    await desk.open();
    await desk.signIn(stack.operator);
    await caseReadyToPrint(desk, citizens);
    await context.setOffline(true);
    await expect(page.getByText('Collegamento con il server perso')).toBeVisible();
    await expectAccessibleInEveryWidth(page, 'link lost');
    await context.setOffline(false);
    await expect(page.getByText('Collegato di nuovo')).toBeVisible();
    await expireSession(context, stack);
    await desk.hands.press('Enter');
    await expect(desk.layer).toContainText('Accedi di nuovo');
    await expectAccessibleInEveryWidth(page, 'session expired');
    await desk.signIn(stack.operator);
    await expect(desk.layer).toHaveCount(0);
    await desk.hands.press('F9');
    await expect(desk.title).toHaveText('Togli la tessera');
    await citizens.pull();
    await expect(desk.title).toHaveText('Inserisci una tessera');
    await expect(desk.openCases).toContainText('Tessera riconosciuta');
    await expectAccessibleInEveryWidth(page, 'idle, with a case to finish');
  });

  test('in English as in Italian', async ({ desk, citizens }) => {
    await desk.button(/L\. Bini/).click();
    await desk.button('English').click();
    await expect(desk.title).toHaveText('Insert a card');
    await expectAccessible(desk.page, 'idle, in English');
    await citizens.insert(await citizens.comes());
    await expect(desk.page.getByLabel('Number', { exact: true })).toBeFocused();
    await expectAccessibleInEveryWidth(desk.page, 'identity, in English');
    await expectWholeStepInSight(desk.page, 'identity, in English');
  });
});
