// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Locator } from '@playwright/test';
import { expectAccessibleInEveryWidth, expectWholeStepInSight } from './support/accessibility';
import { caseWritten } from './support/case-so-far';
import type { DeskPage } from './support/desk-page';
import { expect, test } from './support/desk-test';
import { decodedHeight } from './support/in-page';
import { scannedPdf } from './support/scanned-pdf';

const PDF = { name: 'modulo.pdf', mimeType: 'application/pdf', buffer: scannedPdf() };
const ACTING = { name: 'modulo.pdf', mimeType: 'application/pdf', buffer: scannedPdf('/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>') };

const rowOf = (desk: DeskPage, paper: string): Locator => desk.page.getByRole('listitem').filter({ has: desk.page.getByRole('heading', { name: paper, exact: true }) });

/** Chooses a file with the keyboard alone, as often as one is to be added. */
async function withFiles(desk: DeskPage, ...files: readonly (typeof PDF)[]): Promise<(row: Locator) => Promise<void>> {
  const left = [...files];
  desk.page.on('filechooser', (chooser) => void chooser.setFiles(left.splice(0, 1)));
  return async (row) => {
    const count = left.length;
    await row.getByRole('button', { name: 'Aggiungi un file' }).focus();
    await desk.hands.press('Enter');
    await expect.poll(() => left.length).toBe(count - 1);
  };
}

test('the signed form is added, looked at and taken back at the delivery', async ({ desk, citizens }) => {
  const add = await withFiles(desk, ACTING, PDF);
  await caseWritten(desk, citizens);
  await expectWholeStepInSight(desk.page, 'the delivery, documents closed');
  await desk.button('Apri i documenti').click();
  const row = rowOf(desk, 'Modulo firmato');
  await expect(row).toContainText('Facoltativo');
  await expectAccessibleInEveryWidth(desk.page, 'documents, none yet');

  await add(row);
  await expect(desk.notice('Il PDF contiene qualcosa che agisce da solo')).toBeVisible();
  await expectAccessibleInEveryWidth(desk.page, 'documents, one refused');
  await desk.button('Ho capito').click();
  await expect(row).toContainText('Facoltativo');

  await add(row);
  await expect(row).toContainText('Conservato');
  await expect(row).toContainText('PDF, 2 pagine');
  const thumbnail = row.getByRole('img', { name: /Miniatura: Modulo firmato/ });
  await expect.poll(() => thumbnail.evaluate(decodedHeight)).toBe(320);
  await expectAccessibleInEveryWidth(desk.page, 'documents, one kept');

  await desk.button('Guarda: Modulo firmato').click();
  await expect(desk.layer).toContainText('Pagina 1 di 2');
  await desk.button('Pagina dopo').click();
  const page = desk.layer.getByRole('img', { name: 'Modulo firmato, pagina 2 di 2' });
  await expect.poll(() => page.evaluate(decodedHeight)).toBeGreaterThan(1_000);
  await expectAccessibleInEveryWidth(desk.page, 'a document looked at');
  await desk.hands.press('Escape');

  await desk.button('Ritira: Modulo firmato').click();
  await desk.button('Distruggi il file').click();
  await expect(desk.layer).toContainText('Scegli il motivo');
  await expectAccessibleInEveryWidth(desk.page, 'the layer for the reason');
  await desk.layer.getByRole('radio', { name: 'Non si legge' }).check();
  await desk.button('Distruggi il file').click();
  await expect(row).toContainText('Ritirato da L. Bini');
  await expect(row.getByRole('img', { name: /Miniatura/ })).toHaveCount(0);
});

test('a picture of a document leaves the page with the card', async ({ desk, citizens }) => {
  await caseWritten(desk, citizens);
  await desk.button('Apri i documenti').click();
  const row = rowOf(desk, 'Modulo firmato');
  const add = await withFiles(desk, { name: 'modulo.png', mimeType: 'image/png', buffer: await desk.page.screenshot() });
  await add(row);
  await expect(row).toContainText('PNG, una pagina');
  await desk.button('Guarda: Modulo firmato').click();
  await expect(desk.layer.getByRole('img')).toBeVisible();
  await citizens.pull();
  await expect(desk.layer).toHaveCount(0);
  await expect(desk.page.getByRole('img', { name: /Modulo firmato/ })).toHaveCount(0);
});
