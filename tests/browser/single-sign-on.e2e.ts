// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Page } from '@playwright/test';
import { expectAccessibleInEveryWidth } from './support/accessibility';
import { DeskPage } from './support/desk-page';
import { expect, test } from './support/desk-test';
import { expireSession } from './support/expire-session';
import { CODICE_FISCALE, PROVIDER_PAGE, recordCodiceFiscale } from './support/person-there';

const BUTTON = 'Entra con SPID o CIE';

/** On the provider's page, somebody is who they are. */
async function chooses(page: Page, who: string): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(PROVIDER_PAGE);
  await page.getByRole('link', { name: who }).click();
}

test.describe('single sign-on', () => {
  test.beforeAll(({ stack }) => recordCodiceFiscale(stack, CODICE_FISCALE));
  test.afterAll(({ stack }) => recordCodiceFiscale(stack, null));

  test('goes to the provider and comes back signed in, or with words on what to do next; and ends at the provider too', async ({ page }) => {
    const desk = new DeskPage(page);
    await desk.open();
    await page.getByRole('link', { name: BUTTON }).press('Enter');
    await chooses(page, 'Annulla');
    await expect(page.getByRole('alert').filter({ hasText: 'Accesso annullato.' })).toBeVisible();
    expect(new URL(page.url()).pathname).toBe('/accesso');
    await expectAccessibleInEveryWidth(page, 'single sign-on called off');

    await page.getByRole('link', { name: BUTTON }).click();
    await chooses(page, 'weak');
    await expect(page.getByRole('alert').filter({ hasText: 'Serve un accesso di livello 2' })).toBeVisible();

    await page.getByRole('link', { name: BUTTON }).click();
    await chooses(page, 'bini');
    await expect(desk.title).toHaveText('Inserisci una tessera');

    await desk.button(/L\. Bini/).click();
    await desk.button('Esci').click();
    await expect(page).toHaveURL(/\/session\/end/);
    await desk.open();
    await expect(desk.title).toHaveText('Accedi allo sportello');
  });

  test('opens in a tab of its own over a session that expired, and the case is as it was', async ({ page, context, citizens, stack }) => {
    const desk = new DeskPage(page);
    await desk.open();
    await desk.signIn(stack.operator);
    const citizen = await citizens.comes();
    await citizens.insert(citizen);
    await desk.fillDocument(citizen);
    await expireSession(context, stack);
    await desk.hands.press('Enter');
    await expect(desk.layer).toContainText('Accedi di nuovo');

    const [tab] = await Promise.all([context.waitForEvent('page'), desk.layer.getByRole('link', { name: BUTTON }).click()]);
    await chooses(tab, 'bini');
    await expect(desk.layer).toHaveCount(0);
    await expect(desk.field('Numero')).toHaveValue(citizen.document.number);
    await desk.button('Identità verificata: stampa').click();
    await desk.awaitedSheet();
  });
});
