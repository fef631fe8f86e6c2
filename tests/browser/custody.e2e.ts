// SPDX-License-Identifier: AGPL-3.0-or-later
import type { SheetsView } from '@sportello/contracts';
import type { Page } from '@playwright/test';
import { expectAccessibleInEveryWidth } from './support/accessibility';
import { caseWritten } from './support/case-so-far';
import type { DeskPage } from './support/desk-page';
import { expect, test } from './support/desk-test';
import { handOver } from './support/hand-over';
import { pageOf } from './support/page-of';

/** What lies in the tray, as somebody reads it who opens the printer. */
async function trayOf(page: Page): Promise<{ readonly first: string; readonly last: string }> {
  const { trays } = (await (await page.request.get('/api/sheets')).json()) as SheetsView;
  return { first: trays[0]?.next ?? '', last: trays[0]?.last ?? '' };
}

async function readTray(desk: DeskPage): Promise<void> {
  const { first, last } = await trayOf(desk.page);
  await desk.field('Primo foglio').fill(first);
  await desk.field('Ultimo foglio').fill(last);
}

test.describe('the desk’s day and its blind sheets', () => {
  test('opens, takes a box in, prints, closes with a difference, and two people explain it', async ({ desk, citizens, stack, browser }) => {
    const { page } = desk;
    await expect(page.getByText('Sportello non ancora aperto oggi. Puoi servire i cittadini.')).toBeVisible();
    await page.getByRole('link', { name: 'Apri sportello' }).click();
    await expect(desk.title).toHaveText('Apri sportello');
    await expectAccessibleInEveryWidth(page, 'the opening of a desk');
    await desk.button('Apri lo sportello').click();
    await expect(desk.field('Primo foglio')).toBeFocused();
    await readTray(desk);
    await desk.button('Apri lo sportello').click();
    await expect(desk.title).toHaveText('Sportello aperto');

    await page.getByRole('link', { name: /^Fogli/ }).click();
    await expect(desk.title).toHaveText('Fogli busta');
    await desk.field('Dal numero').fill('100001');
    await desk.field('Al numero').fill('100100');
    await desk.button('Registra la consegna').click();
    await expect(page.getByRole('row', { name: /In giacenza/ })).toContainText('100001–100100');
    await desk.field('Operazione').selectOption('load');
    await desk.field('Dal numero').fill('100001');
    await desk.field('Al numero').fill('100050');
    await desk.button('Registra il caricamento').click();
    await expect(page.getByRole('row', { name: /Stampante Buste di Postazione 1/ })).toContainText('100001–100050');
    await expectAccessibleInEveryWidth(page, 'the sheets of a desk');

    await page.getByRole('link', { name: 'Sportello', exact: true }).click();
    const { envelope } = await caseWritten(desk, citizens);
    // Its sheets are at hand while a case is, and the case is where it was.
    const inHand = await desk.title.textContent();
    await page.getByRole('link', { name: /^Fogli/ }).click();
    await expect(desk.title).toHaveText('Fogli busta');
    await page.getByRole('link', { name: 'Sportello', exact: true }).click();
    await expect(desk.title).toHaveText(inHand ?? '');
    await handOver(page);
    await desk.hands.scan(envelope.outerCode);
    await citizens.pull();

    await page.getByRole('link', { name: 'Giornata' }).click();
    await expect(desk.title).toHaveText('Sportello aperto');
    // The pre-printed number, where the stationery bears it as a barcode.
    const { first, last } = await trayOf(page);
    await desk.field('Primo foglio').focus();
    await desk.hands.scan(first);
    await expect(desk.field('Primo foglio')).toHaveValue(first);
    await desk.field('Ultimo foglio').fill(last);
    await expect(page.getByText('Non ancora spuntati: 1. Ciò che non spunti risulta mancante.')).toBeVisible();
    await desk.button('Chiudi lo sportello').click();
    await expect(desk.title).toHaveText('Sportello chiuso');
    const difference = page.getByRole('listitem').filter({ hasText: 'Conteggio diverso' });
    await expect(difference).toContainText('In giacenza: manca 100051–100100');
    await expectAccessibleInEveryWidth(page, 'a day that does not sum');

    await difference.getByRole('button', { name: 'Spiega e firma' }).click();
    await desk.field('Perché').fill('La scatola era nell’altro armadio');
    await desk.button('Firma').click();
    await expect(difference).toContainText('Attende la firma di un’altra persona');

    const supervisor = await pageOf(browser, stack, stack.supervisor);
    await supervisor.page.getByRole('link', { name: /^Fogli/ }).click();
    await supervisor.button('Metti la seconda firma').click();
    await expectAccessibleInEveryWidth(supervisor.page, 'the layer of a signature');
    await supervisor.field('Perché').fill('Vista al telefono con la videocamera');
    await supervisor.button('Firma').click();
    await expect(supervisor.page.getByText('Niente da spiegare.')).toBeVisible();
    await supervisor.page.context().close();
    await expect(difference).toHaveCount(0);
  });
});
