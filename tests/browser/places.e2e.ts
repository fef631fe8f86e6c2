// SPDX-License-Identifier: AGPL-3.0-or-later
import { expectAccessibleInEveryWidth } from './support/accessibility';
import { DeskPage } from './support/desk-page';
import { expect, test } from './support/desk-test';

test.describe('the places of an installation', () => {
  test('an administrator adds a desk with its hours, and a station that is renamed and revoked', async ({ page, stack }) => {
    const desk = new DeskPage(page);
    await desk.open();
    await desk.signIn(stack.administrator);
    await page.getByRole('banner').getByRole('link', { name: 'Enti e sportelli' }).click();
    await expect(desk.title).toHaveText('Enti e sportelli');

    await desk.button('Nuovo sportello di Azienda sanitaria di esempio').click();
    await page.getByLabel(/^Codice, per sempre/).fill('MS-9');
    await page.getByLabel('Nome', { exact: true }).fill('Sportello 9');
    await page.getByLabel('Luogo, come lo dite voi').fill('Carrara');
    await page.getByLabel('Via e numero').fill('Piazza di esempio 9');
    await page.getByLabel('CAP').fill('54033');
    await page.getByLabel('Comune', { exact: true }).fill('Carrara');
    await page.getByLabel('Provincia (sigla)').fill('ms');
    await page.getByLabel('lunedì').fill('8:30-12:30, 12:00-13:00');
    await page.getByLabel(/^Nell’elenco pubblico/).check();
    await page.getByLabel('lunedì').press('Enter');
    await expect(page.getByLabel('lunedì')).toBeFocused();
    await expect(desk.layer.getByRole('alert')).toHaveText('Due periodi si sovrappongono');
    await expectAccessibleInEveryWidth(page, 'a desk whose hours overlap');
    await page.getByLabel('lunedì').fill('8:30-12:30, 14:30-17:00');
    await page.getByLabel('lunedì').press('Enter');
    await expect(page.getByRole('row', { name: /Carrara · Sportello 9/ })).toContainText('lunedì 8:30–12:30 e 14:30–17:00');

    await page.getByRole('link', { name: 'Postazioni' }).click();
    await expect(desk.title).toHaveText('Postazioni');
    await desk.button('Nuova postazione a Sportello 9').click();
    await desk.layer.getByLabel('Nome').fill('Banco A');
    await desk.layer.getByLabel('Nome').press('Enter');
    await desk.button('Codice di arruolamento di Banco A').click();
    await expect(desk.layer.getByText(/^[A-Z2-9]{4}(-[A-Z2-9]{4}){2}$/)).toBeVisible();
    await page.keyboard.press('Escape');
    await desk.button('Rinomina Banco A').click();
    await desk.layer.getByLabel('Nome').fill('Banco B');
    await desk.layer.getByLabel('Nome').press('Enter');
    await desk.button('Revoca Banco B').click();
    await desk.layer.getByLabel('Rubata o smarrita').check();
    await desk.layer.getByRole('button', { name: 'Revoca la postazione' }).click();
    await expect(page.getByText('Banco B è revocata')).toBeVisible();
    await expect(page.getByText(/npm run vault -- withdraw [0-9a-f-]{36}/)).toBeVisible();
    await expect(page.getByRole('row', { name: /Banco B/ })).toContainText('Revocata');
    await expectAccessibleInEveryWidth(page, 'stations');
  });

  test('anybody finds a desk in the public list, without signing in', async ({ page }) => {
    const desk = new DeskPage(page);
    await desk.open();
    await page.getByRole('link', { name: 'Dove attivare la TS-CNS' }).click();
    await expect(page.getByRole('heading', { name: 'Massa · Sportello 2' })).toBeVisible();
    await expect(page.getByText('martedì 8:30–12:30 e 14:30–17:00')).toBeVisible();
    await expectAccessibleInEveryWidth(page, 'the public list');
    await page.getByLabel('Comune').fill('Pisa');
    await expect(page.getByRole('status')).toHaveText(/Nessuno sportello così/);
    await page.getByLabel('Comune').fill('54100');
    await expect(page.getByRole('status')).toHaveText(/Sportelli trovati: 1/);
  });
});
