// SPDX-License-Identifier: AGPL-3.0-or-later
import { expectAccessibleInEveryWidth } from './support/accessibility';
import { expect, test } from './support/desk-test';

test.describe('the sale of readers', () => {
  test('takes a delivery in, sells by number and Enter, takes back, counts, and sums the day', async ({ desk }) => {
    const { page } = desk;
    await page.getByRole('link', { name: 'Lettori' }).click();
    await expect(desk.title).toHaveText('Lettori di smart card');
    await expect(desk.field('Quantità')).toBeFocused();
    await desk.hands.press('Enter');
    await expect(desk.notice('Non ci sono abbastanza lettori')).toContainText('In giacenza ce ne sono 0');
    await expectAccessibleInEveryWidth(page, 'readers that cannot be sold');
    await desk.button('Ho capito').click();

    await desk.field('Lettori arrivati').fill('10');
    await desk.button('Registra la consegna').click();
    await expect(page.getByText('arrivati 10')).toBeVisible();
    await desk.field('Quantità').fill('3');
    await desk.hands.press('Enter');
    await expect(page.getByRole('status').filter({ hasText: 'Ricevuta' })).toContainText(/Ricevuta L\d+-\d{2}: incassa 12,81/);
    await desk.button('Stampa la ricevuta').click();
    await expect(page.getByText('Stampato: prendilo da Moduli')).toBeVisible();
    await desk.field('Quantità').press('Enter');
    await expect(page.getByRole('row', { name: /Totale del giorno/ })).toContainText(/4\s*17,08/);

    await page.getByRole('row', { name: /12,81/ }).getByRole('button', { name: /Annulla la vendita/ }).click();
    await expect(page.getByLabel('Motivo')).toBeFocused();
    await expectAccessibleInEveryWidth(page, 'a sale that is taken back');
    await page.getByLabel('Motivo').fill('Il cittadino ci ripensa');
    await desk.layer.getByRole('button', { name: 'Annulla la vendita' }).click();
    await expect(page.getByRole('row', { name: /12,81/ })).toContainText('Annullata');
    await expect(page.getByRole('row', { name: /Totale del giorno/ })).toContainText(/1\s*4,27/);

    await desk.field('Operazione').selectOption('count');
    await expect(page.getByText('Risultano 9 lettori.')).toBeVisible();
    await desk.field('Lettori contati').fill('8');
    await desk.field('Motivo').fill('Uno rotto');
    await desk.button('Registra il conteggio').click();
    await expect(page.getByText('conteggio: -1')).toBeVisible();
    await expectAccessibleInEveryWidth(page, 'the readers of a desk');
    await page.getByRole('link', { name: 'Sportello', exact: true }).click();
    await expect(desk.title).toHaveText('Inserisci una tessera');
  });
});
