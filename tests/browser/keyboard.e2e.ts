// SPDX-License-Identifier: AGPL-3.0-or-later
import { caseReadyToPrint } from './support/case-so-far';
import { expect, test } from './support/desk-test';

test.describe('the keyboard', () => {
  test('leads to the work with the first Tab', async ({ desk }) => {
    await expect(desk.title).toHaveText('Inserisci una tessera');
    await desk.hands.press('Tab');
    await expect(desk.page.getByRole('link', { name: 'Vai al lavoro' })).toBeFocused();
    await desk.hands.press('Enter');
    await expect(desk.page.getByRole('main')).toBeFocused();
  });

  test('opens and closes what lies over the page, and goes back to where it was', async ({ desk, citizens }) => {
    await citizens.insert(await citizens.comes());
    await expect(desk.field('Numero')).toBeFocused();
    for (const [key, heading] of [
      ['F1', 'Guida e tasti'],
      ['F3', 'Cosa portare'],
      ['F4', 'Mostra al cittadino'],
      ['F8', 'Chiudi la pratica'],
    ] as const) {
      await desk.hands.press(key);
      await expect(desk.layer).toContainText(heading);
      await desk.hands.press('Escape');
      await expect(desk.layer).toHaveCount(0);
      await expect(desk.field('Numero')).toBeFocused();
    }
  });

  test('puts a case aside with F9 and takes up any open one with F2, arrows and Enter', async ({ desk, citizens }) => {
    const numbers: string[] = [];
    for (let cases = 0; cases < 2; cases += 1) {
      await caseReadyToPrint(desk, citizens);
      numbers.push(await desk.caseNumber());
      await desk.hands.press('F9');
      await citizens.pull();
      await expect(desk.title).toHaveText('Inserisci una tessera');
    }
    await desk.hands.press('F2');
    await expect(desk.field('Che cosa hai in mano')).toBeFocused();
    for (const number of numbers) {
      await desk.hands.press('ArrowDown');
      await expect(desk.layer.getByRole('button', { name: `Riprendi la pratica ${number}` })).toBeFocused();
    }
    await desk.hands.press('Enter');
    await expect(desk.title).toHaveText(`Pratica ${numbers[1] ?? ''}`);
    await expect(desk.page.getByRole('heading', { name: 'Tessera tolta: reinseriscila.' })).toBeVisible();
  });

  test('is not what a scanner presses: its Enter goes to no button, and its characters to no field', async ({ desk, citizens }) => {
    await citizens.insert(await citizens.comes());
    await expect(desk.field('Numero')).toBeFocused();
    await desk.hands.scan('http://example.org/');
    await expect(desk.notice('Lettura non riuscita')).toContainText('Nulla è cambiato');
    await expect(desk.field('Numero')).toHaveValue('');
    await desk.button(/^Rifiuta/).focus();
    await desk.hands.scan('http://example.org/');
    await expect(desk.button(/^Rifiuta/)).toBeFocused();
    await expect(desk.layer).toHaveCount(0);
  });
});
