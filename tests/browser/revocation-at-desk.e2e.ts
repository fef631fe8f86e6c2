// SPDX-License-Identifier: AGPL-3.0-or-later
import { expectAccessibleInEveryWidth } from './support/accessibility';
import { expect, test } from './support/desk-test';
import { writtenDate } from './support/written-date';

test('a holder comes with the card and has its certificate revoked, by the keyboard, and leaves with the receipt', async ({ desk, citizens }) => {
  const citizen = await citizens.comesWith('already-active');
  await citizens.insert(citizen);
  await desk.page.getByRole('link', { name: 'Revoca il certificato di questa tessera' }).focus();
  await desk.hands.press('Enter');
  await expect(desk.title).toHaveText('Revoca allo sportello');
  await expect(desk.page.getByText(/^Tessere di /)).toBeVisible();
  await expect(desk.page.getByText('Manca: il motivo')).toBeVisible();
  await expectAccessibleInEveryWidth(desk.page, 'a revocation at the desk that begins');

  await desk.hands.scan(...citizen.document.mrz);
  await expect(desk.field('Cognome')).not.toHaveValue('');
  await desk.field('Data di rilascio').fill(writtenDate(citizen.document.issuedOn));
  await desk.field('Motivo').selectOption({ label: 'Smarrimento' });
  await desk.button('Adesso').click();
  await desk.button('Stampa la dichiarazione da firmare').click();
  await expect(desk.page.getByText('Stampato: prendilo da Moduli')).toBeVisible();
  await desk.page.getByLabel('Ha firmato l’autocertificazione').check();
  await desk.page.getByLabel('Ha risposto «Confermo»').check();
  await expect(desk.page.getByText('Non manca nulla')).toBeVisible();
  await expectAccessibleInEveryWidth(desk.page, 'a revocation at the desk that is whole');
  await desk.hands.press('Enter');
  await expect(desk.title).toHaveText(/^Richiesta R\d{2}-\d{6}-[A-Z]$/);
  await desk.button('Stampa la ricevuta').click();
  await expect(desk.page.getByText('Stampato: prendilo da Moduli')).toBeVisible();
  await expectAccessibleInEveryWidth(desk.page, 'a request that was recorded at the desk');
});
