// SPDX-License-Identifier: AGPL-3.0-or-later
/** Takes the pictures of `docs/screenshots` from the running product; no test, and run only by its own configuration. */
import type { Page } from '@playwright/test';
import { join } from 'node:path';
import { cardDelivered } from './support/card-delivered';
import { caseReadyToPrint, caseWithEnvelope, caseWritten } from './support/case-so-far';
import { DeskPage } from './support/desk-page';
import { expect, test } from './support/desk-test';
import { pageOf } from './support/page-of';
import { writtenDate } from './support/written-date';

const FOLDER = join(__dirname, '../../docs/screenshots');
const take = (page: Page, name: string) => page.screenshot({ path: join(FOLDER, `${name}.png`), animations: 'disabled' });

test('pictures of the desk and of the citizen’s side', async ({ page, context, citizens, stack }) => {
  const desk = new DeskPage(page);
  await desk.open();
  await expect(desk.title).toHaveText('Accedi allo sportello');
  await take(page, 'accesso');
  await desk.signIn(stack.operator);
  await expect(desk.title).toHaveText('Inserisci una tessera');

  const citizen = await citizens.comes({ document: 'cie' });
  await citizens.insert(citizen);
  await expect(desk.field('Numero')).toBeFocused();
  await desk.hands.scan(...citizen.document.mrz);
  await desk.field('Data di rilascio').fill(writtenDate(citizen.document.issuedOn));
  await desk.field('Data di rilascio').blur();
  await expect(page.getByText('Non manca nulla')).toBeVisible();
  await desk.button('Identità verificata: stampa').focus();
  await take(page, 'identita');
  await desk.hands.press('Enter');
  const envelope = await citizens.envelope(await desk.awaitedSheet());

  const world = await context.newPage();
  await world.setViewportSize({ width: 1366, height: 768 });
  await world.goto(stack.rehearsalUrl);
  await expect(world.getByText(envelope.outerCode)).toBeVisible();
  await expect(world.getByText(/^Modulo P/)).toBeVisible();
  await take(world, 'lato-cittadino');

  await page.bringToFront();
  await citizens.fault('slow-chip');
  await desk.hands.scan(envelope.outerCode);
  // It lasts for a moment only.
  await page.getByText('Fase 3 di 5').first().waitFor();
  stack.station.freeze();
  await take(page, 'scrittura');
  stack.station.thaw();
  await citizens.fault('slow-chip', false);
  await expect(desk.title).toHaveText(`Consegna la busta ${envelope.controlNumber}`);
  // A scan that comes at once is taken for the go-ahead's echo.
  await page.waitForTimeout(1_200);
  await desk.hands.scan(envelope.outerCode);
  await citizens.pull();

  await caseWritten(desk, citizens);
  await desk.hands.press('F9');
  await citizens.pull();
  const { envelope: torn } = await caseWithEnvelope(desk, citizens);
  await citizens.tearAt('new-pin');
  await desk.hands.scan(torn.outerCode);
  await expect(desk.title).toHaveText('Tessera tolta: reinseriscila.');
  await desk.hands.press('F9');
  await caseReadyToPrint(desk, citizens);
  await desk.hands.press('F9');
  await citizens.pull();
  await expect(desk.title).toHaveText('Inserisci una tessera');
  await take(page, 'attesa');

  await page.getByRole('link', { name: 'Giornata' }).click();
  await expect(desk.title).toHaveText('Apri sportello');
  await take(page, 'giornata');
  await page.getByRole('link', { name: /^Fogli/ }).click();
  await expect(desk.title).toHaveText('Fogli busta');
  await take(page, 'fogli');
});

test('pictures of the administrator’s pages, and of the log', async ({ browser, stack }) => {
  const administrator = await pageOf(browser, stack, stack.administrator);
  await expect(administrator.title).toHaveText('Persone');
  await administrator.button('L. Bini').click();
  await expect(administrator.page.getByRole('region', { name: 'L. Bini' })).toBeVisible();
  await take(administrator.page, 'persone');
  await administrator.page.getByRole('banner').getByRole('link', { name: 'Enti e sportelli' }).click();
  await expect(administrator.title).toHaveText('Enti e sportelli');
  await take(administrator.page, 'enti');

  const supervisor = new DeskPage(await (await browser.newContext({ baseURL: stack.deskUrl })).newPage());
  // High enough for what stands above the rows, and one of them unfolded.
  await supervisor.page.setViewportSize({ width: 1366, height: 1100 });
  await supervisor.open();
  await supervisor.signIn(stack.supervisor);
  await supervisor.button(/C\. Landi/).click();
  await supervisor.page.getByRole('link', { name: 'Registro' }).click();
  await expect(supervisor.title).toHaveText('Registro');
  await supervisor.page.getByRole('table', { name: 'Righe, le più nuove prima' }).getByRole('button', { name: 'Postazione collegata' }).first().click();
  await expect(supervisor.button('Copia la prova')).toBeVisible();
  await take(supervisor.page, 'registro');
});

test('pictures of the help desk, and of what a citizen does without one', async ({ browser, citizens, desk, stack }) => {
  const { citizen, cip } = await cardDelivered(desk, citizens);
  const help = await pageOf(browser, stack, stack.helpDesk);
  await expect(help.title).toHaveText('Chiamate');
  await help.hands.press('Enter');
  await help.field('Argomento').selectOption({ label: 'PIN dimenticato' });
  await take(help.page, 'copione');
  await help.field('Argomento').selectOption({ label: 'Smarrimento o furto' });
  await help.field('Chi chiama').selectOption({ label: 'Titolare' });
  await help.field('Codice fiscale').fill(citizen.codiceFiscale);
  await help.field('Codice utente (CIP)').fill(cip);
  await help.hands.press('Enter');
  await expect(help.page.getByText(`${citizen.surname} ${citizen.name}`)).toBeFocused();
  await help.field('Motivo').selectOption({ label: 'Smarrimento' });
  await help.button('Adesso').click();
  await help.page.getByLabel('Ha dichiarato «Sì»').check();
  await help.page.getByLabel('Ha risposto «Confermo»').check();
  await help.button('Registra la revoca').focus();
  await take(help.page, 'chiamata');
  await help.hands.press('Enter');
  await expect(help.page.getByRole('heading', { name: 'Leggi il numero della richiesta' })).toBeFocused();
  const number = (await help.page.getByText(/^R\d{2}-\d{6}-[A-Z]$/).textContent()) ?? '';
  await help.hands.press('F9');
  await help.page.getByRole('link', { name: 'Richieste', exact: true }).click();
  await help.field('Numero della richiesta').fill(number);
  await help.hands.press('Enter');
  await help.button(number).click();
  await expect(help.page.getByText('L’esito si vede nelle liste del certificatore.')).toBeVisible();
  await expect(help.page.getByRole('row', { name: number })).toContainText('Confermata');
  await take(help.page, 'richieste');

  const citizenPage = await (await browser.newContext({ baseURL: stack.deskUrl })).newPage();
  await citizenPage.goto('/richiedi-la-revoca');
  await citizenPage.getByLabel('Motivo').selectOption({ label: 'Mi hanno rubato la tessera' });
  await take(citizenPage, 'richiedi-la-revoca');
});
