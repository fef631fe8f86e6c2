// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Browser } from '@playwright/test';
import { expectAccessible, expectAccessibleInEveryWidth } from './support/accessibility';
import { caseWritten } from './support/case-so-far';
import { DeskPage } from './support/desk-page';
import { expect, test } from './support/desk-test';
import type { SignIn, Stack } from './support/stack';

/** The least that it takes to hand an envelope over. */
const HAND_OVER_MS = 1_200;

async function inBrowserOf(browser: Browser, stack: Stack, who: SignIn): Promise<DeskPage> {
  const page = new DeskPage(await (await browser.newContext({ baseURL: stack.deskUrl })).newPage());
  await page.open();
  await page.signIn(who);
  return page;
}

test('a wallet is gone: the caller is recognised by the CIP of the envelope, and hears the number of the request', async ({ browser, citizens, desk, stack }) => {
  const { citizen, envelope } = await caseWritten(desk, citizens);
  await desk.page.waitForTimeout(HAND_OVER_MS);
  await desk.hands.scan(envelope.outerCode);
  await expect(desk.title).toHaveText('Consegnata');
  await citizens.pull();
  const cip = await citizens.cipOf(envelope);

  const help = await inBrowserOf(browser, stack, stack.helpDesk);
  await expect(help.title).toHaveText('Chiamate');
  await expect(help.page.getByText(/^Help desk (aperto|chiuso)/)).toBeVisible();
  await expectAccessibleInEveryWidth(help.page, 'the help desk between calls');

  await help.hands.press('Enter');
  await expect(help.title).toHaveText(/^Chiamata \d{4}-\d+$/);
  await expect(help.field('Argomento')).toBeFocused();
  await help.field('Argomento').selectOption({ label: 'PIN dimenticato' });
  await expect(help.page.getByText('Codici nuovi (duplicato PIN/PUK)')).toBeVisible();
  await expectAccessibleInEveryWidth(help.page, 'a call with its script');

  await help.field('Argomento').selectOption({ label: 'Smarrimento o furto' });
  await help.field('Chi chiama').selectOption({ label: 'Titolare' });
  await help.field('Codice fiscale').fill(citizen.codiceFiscale);
  await help.field('Codice utente (CIP)').fill('0000000000');
  await help.hands.press('Enter');
  await expect(help.page.getByText('Almeno un dato non corrisponde, e non diciamo quale.')).toBeVisible();
  await expect(help.field('Codice utente (CIP)')).toBeFocused();
  await expectAccessibleInEveryWidth(help.page, 'a CIP that is not recognised');
  await help.field('Codice utente (CIP)').fill(cip);
  await help.hands.press('Enter');
  await expect(help.page.getByText(`${citizen.surname} ${citizen.name}`)).toBeVisible();
  expect(await help.partsShown([cip])).toEqual([]);

  await help.field('Motivo').selectOption({ label: 'Furto' });
  await help.button('Adesso').click();
  await help.page.getByLabel('Ha dichiarato «Sì»').check();
  await help.page.getByLabel('Ha risposto «Confermo»').check();
  await expect(help.page.getByText('Non manca nulla')).toBeVisible();
  await expectAccessibleInEveryWidth(help.page, 'a revocation that is read back');
  await help.hands.press('Enter');
  await expect(help.page.getByRole('heading', { name: 'Leggi il numero della richiesta' })).toBeFocused();
  const number = (await help.page.getByText(/^R\d{2}-\d{6}-[A-Z]$/).textContent()) ?? '';
  await expectAccessibleInEveryWidth(help.page, 'the number of a request');
  await help.page.getByLabel('L’ha ripetuto giusto').check();
  await help.hands.press('Enter');
  await expectAccessible(help.page, 'the layer that closes a call');
  await help.hands.press('Enter');
  await expect(help.title).toHaveText('Chiamate');

  await help.page.getByRole('link', { name: 'Richieste', exact: true }).click();
  await help.button(number).click();
  await expect(help.page.getByRole('region', { name: `Richiesta ${number}` })).toContainText('con il CIP, al telefono');
  await expectAccessibleInEveryWidth(help.page, 'the list of requests and one of them');
  await help.page.context().close();
});
