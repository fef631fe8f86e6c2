// SPDX-License-Identifier: AGPL-3.0-or-later
import { expectAccessible, expectAccessibleInEveryWidth, expectWholeStepInSight } from './support/accessibility';
import { cardDelivered } from './support/card-delivered';
import type { DeskPage } from './support/desk-page';
import { expect, test } from './support/desk-test';
import { pageOf } from './support/page-of';

async function seenWhole({ page }: DeskPage, state: string): Promise<void> {
  await expectAccessibleInEveryWidth(page, state);
  await expectWholeStepInSight(page, state);
}

test('a wallet is gone: the caller is recognised by the CIP of the envelope, the certificate is revoked, and no hand leaves the keyboard', async ({ browser, citizens, desk, stack }) => {
  // Eight states are looked at, each in three widths.
  test.slow();
  const { citizen, cip } = await cardDelivered(desk, citizens);

  const help = await pageOf(browser, stack, stack.helpDesk);
  const { hands, page } = help;
  await expect(help.title).toHaveText('Chiamate');
  await expect(page.getByText(/^Help desk (aperto|chiuso)/)).toBeVisible();
  await seenWhole(help, 'the help desk between calls');

  await hands.press('Enter');
  await expect(help.title).toHaveText(/^Chiamata \d{4}-\d+$/);
  await expect(help.field('Argomento')).toBeFocused();
  await hands.press('ArrowDown');
  await expect(page.getByText('Codici nuovi (duplicato PIN/PUK)')).toBeVisible();
  await seenWhole(help, 'a call with its script');

  await expect(help.field('Argomento')).toBeFocused();
  await hands.type('Sm');
  await expect(page.getByRole('heading', { name: '1. Chi chiama' })).toBeVisible();
  await hands.press('Enter');
  await expect(help.field('Codice fiscale')).toBeFocused();
  await hands.type(citizen.codiceFiscale);
  await hands.press('Enter');
  await expect(help.field('Codice utente (CIP)')).toBeFocused();
  await hands.type('0000000000');
  await hands.press('Enter');
  await expect(page.getByText('Almeno un dato non corrisponde, e non diciamo quale.')).toBeVisible();
  await expect(help.field('Codice utente (CIP)')).toBeFocused();
  await seenWhole(help, 'a CIP that is not recognised');
  await hands.type(cip);
  await expect(help.button('Riconosci chi chiama')).toHaveClass(/ready/);
  await hands.press('Enter');
  await expect(page.getByText(`${citizen.surname} ${citizen.name}`)).toBeFocused();
  expect(await help.partsShown([cip])).toEqual([]);

  await hands.press('Enter');
  await expect(help.field('Chi chiama')).toBeFocused();
  await hands.type('Tit');
  await hands.press('Enter');
  await expect(help.field('Motivo')).toBeFocused();
  await hands.type('Fur');
  await hands.press('Enter');
  await expect(help.field('Quando se n’è accorto')).toBeFocused();
  for (const key of ['Tab', 'Tab', 'Enter']) await hands.press(key);
  await expect(help.field('Ora')).toBeFocused();
  await hands.press('Enter');
  await expect(page.getByLabel('Ha dichiarato «Sì»')).toBeFocused();
  await hands.press('Space');
  await hands.press('Enter');
  const confirmed = page.getByLabel('Ha risposto «Confermo»');
  await expect(confirmed).toBeFocused();
  await hands.press('Space');
  await expect(page.getByText('Non manca nulla')).toBeVisible();
  await seenWhole(help, 'a revocation that is read back');
  await expect(confirmed).toBeFocused();
  await hands.press('Enter');
  await expect(page.getByRole('heading', { name: 'Leggi il numero della richiesta' })).toBeFocused();
  const number = (await page.getByText(/^R\d{2}-\d{6}-[A-Z]$/).textContent()) ?? '';
  await seenWhole(help, 'the number of a request');
  // By itself, while the call goes on.
  await expect(page.locator('app-request-number')).toContainText('Confermata');
  await hands.press('Tab');
  await hands.press('Space');
  await expect(page.getByLabel('L’ha ripetuto giusto')).toBeChecked();
  await hands.press('Enter');
  await expect(page.getByLabel('Richiesta registrata')).toBeFocused();
  await expectAccessible(page, 'the layer that closes a call');
  await hands.press('Enter');
  await expect(help.title).toHaveText('Chiamate');

  await page.getByRole('link', { name: 'Richieste', exact: true }).click();
  await help.field('Numero della richiesta').fill(number);
  await hands.press('Enter');
  await help.button(number).click();
  const request = page.getByRole('region', { name: `Richiesta ${number}` });
  await expect(request).toContainText('con il CIP, al telefono');
  await expect(request).toContainText('Confermata');
  await expectAccessibleInEveryWidth(page, 'the list of requests and one of them');
  await page.context().close();
});
