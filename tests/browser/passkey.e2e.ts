// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Page } from '@playwright/test';
import { expectAccessible, expectAccessibleInEveryWidth } from './support/accessibility';
import { DeskPage } from './support/desk-page';
import { expect, test } from './support/desk-test';
import { forgetFactors } from './support/forget-factors';

/** An authenticator in the browser (CDP, WebAuthn domain) that verifies its person without a finger. */
async function addAuthenticator(page: Page): Promise<void> {
  const browser = await page.context().newCDPSession(page);
  await browser.send('WebAuthn.enable');
  const options = { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true } as const;
  await browser.send('WebAuthn.addVirtualAuthenticator', { options });
}

test.afterEach(({ stack }) => forgetFactors(stack));

test('a passkey is enrolled, signs in by itself, and unlocks the page over the same case', async ({ page, citizens, stack }) => {
  const desk = new DeskPage(page);
  const choose = async (what: string): Promise<void> => {
    await desk.button(/L\. Bini/).click();
    await desk.button(what).click();
  };
  await addAuthenticator(page);
  await desk.open();
  await desk.signIn(stack.operator);
  await choose('Accesso e sicurezza');
  await expect(desk.title).toHaveText('Accesso e sicurezza');
  await desk.field('Nome della nuova passkey').fill('Computer dello sportello');
  await desk.button('Aggiungi una passkey').click();
  await expect(page.getByRole('listitem').filter({ hasText: 'Computer dello sportello' })).toBeVisible();
  await desk.button('Crea i codici').click();
  await expect(page.getByText('Scrivili adesso')).toBeVisible();
  await expectAccessibleInEveryWidth(page, 'own access');

  await choose('Esci');
  await desk.button('Usa una passkey').click();
  await expect(desk.title).toHaveText('Inserisci una tessera');

  const citizen = await citizens.comes();
  await citizens.insert(citizen);
  await desk.fillDocument(citizen);
  await choose('Blocca');
  await expect(desk.layer).toContainText('Pagina bloccata');
  await expect(page.getByLabel('Numero', { exact: true })).toBeHidden();
  await expectAccessible(page, 'locked');
  await desk.button('Usa una passkey').click();
  await expect(desk.layer).toHaveCount(0);
  await expect(desk.field('Numero')).toHaveValue(citizen.document.number);
  await desk.button('Identità verificata: stampa').click();
  await desk.awaitedSheet();
});
