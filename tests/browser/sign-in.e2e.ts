// SPDX-License-Identifier: AGPL-3.0-or-later
import { expectAccessibleInEveryWidth } from './support/accessibility';
import { DeskPage } from './support/desk-page';
import { expect, test } from './support/desk-test';
import { expireSession } from './support/expire-session';

test.describe('sign-in', () => {
  test('says that name and password do not go together, and never which of them was wrong', async ({ page, stack }) => {
    const desk = new DeskPage(page);
    await desk.open();
    await expectAccessibleInEveryWidth(page, 'sign-in');
    for (const [username, password] of [
      [stack.operator.username, 'not the password'],
      ['nobody', stack.operator.password],
    ] as const) {
      await desk.signIn({ username, password });
      await expect(page.getByRole('alert').filter({ hasText: /\S/ })).toHaveText('Nome utente o password non riconosciuti. Riprova.');
      await expect(desk.field('Nome utente')).toHaveValue(username);
    }
    await expectAccessibleInEveryWidth(page, 'sign-in failed');
    await desk.signIn(stack.operator);
    await expect(desk.title).toHaveText('Inserisci una tessera');
  });

  test('asks for what is missing without asking the server', async ({ page }) => {
    const desk = new DeskPage(page);
    await desk.open();
    await desk.button('Accedi').click();
    await expect(page.getByRole('alert').filter({ hasText: /\S/ })).toHaveText('Scrivi nome utente e password.');
  });

  test('is left by signing out, and the page keeps nothing', async ({ page, stack }) => {
    const desk = new DeskPage(page);
    await desk.open();
    await desk.signIn(stack.operator);
    await desk.button(/L\. Bini/).click();
    await desk.button('Esci').click();
    await expect(desk.title).toHaveText('Accedi allo sportello');
    await desk.open();
    await expect(desk.title).toHaveText('Accedi allo sportello');
  });

  test('speaks Italian, or English when asked, and remembers it', async ({ page }) => {
    const desk = new DeskPage(page);
    await desk.open();
    await expect(page.locator('html')).toHaveAttribute('lang', 'it');
    await desk.button('English').click();
    await expect(desk.title).toHaveText('Sign in to the desk');
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
    await page.reload();
    await expect(desk.title).toHaveText('Sign in to the desk');
    await desk.button('Italiano').click();
    await expect(desk.title).toHaveText('Accedi allo sportello');
  });
});

test.describe('a session that expires in the middle of a case', () => {
  test('asks to sign in over the same case, where everything typed still is', async ({ page, context, citizens, stack }) => {
    const desk = new DeskPage(page);
    await desk.open();
    await desk.signIn(stack.operator);
    const citizen = await citizens.comes();
    await citizens.insert(citizen);
    await desk.fillDocument(citizen);
    await expireSession(context, stack);
    await desk.hands.press('Enter');

    await expect(desk.layer).toContainText('Accedi di nuovo');
    await expect(desk.layer).toContainText(/La pratica \d+ è ancora qui, com’era\./);
    await desk.signIn(stack.operator);
    await expect(desk.layer).toHaveCount(0);
    await expect(desk.field('Numero')).toHaveValue(citizen.document.number);
    await desk.button('Identità verificata: stampa').click();
    await desk.awaitedSheet();
  });

  test('begins anew for whoever else signs in, with nothing of the first one’s work', async ({ page, context, citizens, stack }) => {
    const desk = new DeskPage(page);
    await desk.open();
    await desk.signIn(stack.operator);
    const citizen = await citizens.comes();
    await citizens.insert(citizen);
    await desk.fillDocument(citizen);
    await expireSession(context, stack);
    await desk.hands.press('Enter');
    await expect(desk.layer).toContainText('Accedi di nuovo');
    await desk.signIn(stack.supervisor);
    await expect(desk.button(/C\. Landi/)).toBeVisible();
    await expect(desk.layer).toHaveCount(0);
    expect(await desk.partsShown([citizen.document.number])).toEqual([]);
  });
});
