// SPDX-License-Identifier: AGPL-3.0-or-later
import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { expectAccessible, expectAccessibleInEveryWidth } from './support/accessibility';
import { cardDelivered } from './support/card-delivered';
import type { DeskPage } from './support/desk-page';
import { expect, test } from './support/desk-test';
import { changeOneRow } from './support/in-database';
import { pageOf } from './support/page-of';
import type { Stack } from './support/stack';
import { putsPapersDown } from './support/visit';
import { writtenDate } from './support/written-date';

const NUMBER = /R\d{2}-\d{6}-[A-Z]/;
const UNKNOWN_CARD = '6090000000000018';

test('who speaks for the holder asks at a desk, with the papers of their quality', async ({ desk, citizens }) => {
  const visit = await citizens.comesAs('support-administrator', 'in use');
  await citizens.insert(visit.holder);
  await desk.page.getByRole('link', { name: 'Revoca il certificato di questa tessera' }).click();
  await expect(desk.page.getByText(/^Tessere di /)).toBeVisible();
  await desk.page.getByLabel('Chi lo rappresenta').check();
  await expect(desk.page.getByText('Manca: in che veste')).toBeVisible();
  await desk.field('In che veste').selectOption({ label: 'Amministratore di sostegno' });
  await expectAccessibleInEveryWidth(desk.page, 'a representative who comes with papers');
  await putsPapersDown(desk, visit);
  await desk.field('Motivo').selectOption({ label: 'Malfunzionamento' });
  await desk.page.getByLabel('Ha risposto «Confermo»').check();
  await expect(desk.page.getByText('Non manca nulla')).toBeVisible();
  await expectAccessibleInEveryWidth(desk.page, 'a representative’s request that is whole');
  await desk.hands.press('Enter');
  await expect(desk.title).toHaveText(/^Richiesta R\d{2}-\d{6}-[A-Z]$/);
});

test('what nobody recognised and what came into other hands a supervisor decides, by age, and tells the hour', async ({ browser, citizens, desk, stack }) => {
  // Two people at two pages, and each state in three widths.
  test.slow();
  const { citizen, envelope } = await cardDelivered(desk, citizens);

  const help = await pageOf(browser, stack, stack.helpDesk);
  const unrecognised = await recordedUnrecognised(help, stack, citizen);
  await waitsSince(stack, unrecognised, 150);

  const wrong = await toldWrongDelivery(desk, envelope.outerCode);

  const supervisor = await pageOf(browser, stack, stack.supervisor);
  const { page } = supervisor;
  await page.getByRole('link', { name: 'Approvazioni' }).click();
  await expect(page.getByText('Codici o tessere in mano ad altri: 1')).toBeVisible();
  await expectAccessibleInEveryWidth(page, 'what waits for a supervisor');
  await page.getByRole('link', { name: 'Apri l’elenco' }).click();
  await expect(supervisor.title).toHaveText('Richieste di revoca');
  const lines = page.getByRole('row').filter({ hasText: NUMBER });
  // The one that has waited longest stands first.
  await expect(lines.first()).toContainText(unrecognised);
  await expect(lines.first()).toContainText('In ritardo');
  await expect(lines.filter({ hasText: wrong })).toContainText('Nei tempi');
  await page.getByText('Tempi di servizio', { exact: true }).click();
  await expect(page.getByRole('row', { name: /^Registrata/ })).toContainText('2 h');
  await expectAccessibleInEveryWidth(page, 'open requests by age');
  await supervisor.field('Tempi').selectOption({ label: 'In ritardo' });
  await expect(lines).toHaveCount(1);

  await supervisor.button(unrecognised).click();
  const request = page.getByRole('region', { name: `Richiesta ${unrecognised}` });
  await expect(request.getByRole('heading', { level: 2 })).toBeFocused();
  await expect(request).toContainText('333 1234567');
  await expectAccessibleInEveryWidth(page, 'a request that nobody verified');
  await request.getByRole('button', { name: 'Vedi la chiamata' }).click();
  await expect(supervisor.layer).toContainText('F. Galli');
  await supervisor.hands.press('Escape');
  await request.getByRole('button', { name: 'Decidi' }).click();
  await supervisor.button('Respingi').click();
  await expect(supervisor.layer).toContainText('Scegli perché la respingi');
  await expectAccessibleInEveryWidth(page, 'a decision that lacks its cause');
  await supervisor.field('Se la respingi, perché').selectOption({ label: 'Chi chiede non è stato riconosciuto' });
  await supervisor.field('Motivo della decisione').fill('Al numero scritto non risponde nessuno');
  await supervisor.button('Respingi').click();
  await expect(request).toContainText('È chiusa senza revoca.');

  await supervisor.field('Tempi').selectOption({ label: 'Tutti' });
  await supervisor.button(wrong).click();
  const breach = page.getByRole('region', { name: `Richiesta ${wrong}` });
  await expect(breach).toContainText('Chi risponde della protezione dei dati deve sapere l’ora');
  await expect(breach).toContainText('La busta con i codici');
  await expectAccessibleInEveryWidth(page, 'a request after a wrong delivery');
  const told = await saved(page, breach.getByRole('link', { name: 'Scarica le violazioni di quel giorno' }));
  expect(told).toContain(wrong);
  expect(told).not.toContain(citizen.surname);
  expect(told).not.toContain(unrecognised);
  await breach.getByRole('button', { name: 'Decidi' }).click();
  await supervisor.field('Motivo della decisione').fill('Busta data a un’altra persona');
  await supervisor.button('Verificata: procedi').click();
  await expect(breach).toContainText('Confermata');

  await supervisor.button('Scarica CSV').click();
  await expect(page.getByText('Scrivi il primo giorno')).toBeVisible();
  await expectAccessible(page, 'an export without its days');
  for (const end of ['Dal giorno', 'Al giorno']) await supervisor.field(end).fill(writtenDate(today()));
  const all = await saved(page, supervisor.button('Scarica CSV'));
  for (const number of [unrecognised, wrong]) expect(all).toContain(number);
  expect(all).not.toContain(citizen.surname);
  for (const each of [help, supervisor]) await each.page.context().close();
});

test('a faulty lot is tried by one supervisor and let go by another, with the very same list', async ({ browser, citizens, desk, stack }) => {
  test.slow();
  const { citizen } = await cardDelivered(desk, citizens);
  const list = `${citizen.idCarta}\n${UNKNOWN_CARD}`;

  const first = await pageOf(browser, stack, stack.supervisor);
  const tried = await lotsOf(first);
  await first.field('Numeri delle tessere (ID_Carta)').fill('609041207735801');
  await first.button('Prova, senza revocare').click();
  await expect(first.page.getByText('Non sono numeri di tessera: 609041207735801')).toBeVisible();
  await expectAccessibleInEveryWidth(first.page, 'a list with a wrong number');
  await first.field('Numeri delle tessere (ID_Carta)').fill(list);
  await first.field('Perché il lotto è difettoso').fill('Chip che non si leggono');
  await first.button('Prova, senza revocare').click();
  await expect(tried).toContainText('Provato');
  await expect(tried).toContainText(/da revocare\s*1/);
  await expect(tried).toContainText(/non note\s*1/);
  await expect(tried).toContainText('L’hai chiesto tu: lo conferma un altro supervisore');
  await expectAccessibleInEveryWidth(first.page, 'a lot that was tried');

  const second = await pageOf(browser, stack, stack.secondSupervisor);
  const asked = await lotsOf(second);
  await second.field('Numeri delle tessere (ID_Carta)').fill(citizen.idCarta);
  await second.button('Conferma: certificati da revocare 1').click();
  await expect(second.notice('Il lotto non può partire')).toBeVisible();
  await expectAccessibleInEveryWidth(second.page, 'a lot with another list');
  await second.button('Ho capito').click();
  await second.field('Numeri delle tessere (ID_Carta)').fill(list);
  await second.button('Conferma: certificati da revocare 1').click();
  await expect(asked).toContainText('Confermato da A. Conti');
  await expect(asked).toContainText('Partito');
  await expectAccessible(second.page, 'a lot that went out');
  await second.field('Stato').selectOption({ label: 'Confermata' });
  await expect(second.page.getByRole('row', { name: /Lotto difettoso/ })).toContainText('Confermata');
  for (const each of [first, second]) await each.page.context().close();
});

/** Somebody calls who is recognised by nothing: the request is recorded all the same. Answers its number. */
async function recordedUnrecognised(help: DeskPage, stack: Stack, { codiceFiscale }: { readonly codiceFiscale: string }): Promise<string> {
  const { hands, page } = help;
  await expect(help.title).toHaveText('Chiamate');
  await hands.press('Enter');
  await help.field('Argomento').selectOption({ label: 'Smarrimento o furto' });
  await expect(page.getByRole('heading', { name: '1. Chi chiama' })).toBeVisible();
  await hands.press('F9');
  await expect(help.title).toHaveText('Chiamate');
  // Five wrong tries take minutes of waiting.
  await changeOneRow(stack, `update call_record set may_record_unverified = true where state = 'open' and category = 'lost-or-stolen'`);
  await help.button(/^Riprendi: Smarrimento o furto/).click();
  await help.field('Codice fiscale').fill(codiceFiscale);
  await help.button('Dati non riconosciuti').click();
  await help.field('Chi chiama').selectOption({ label: 'Titolare' });
  await help.field('Motivo').selectOption({ label: 'Malfunzionamento' });
  await help.field('Dove richiamare').fill('333 1234567');
  await page.getByLabel('Ha risposto «Confermo»').check();
  await expect(page.getByText('Non manca nulla')).toBeVisible();
  await expectAccessibleInEveryWidth(page, 'a request of somebody who was not recognised');
  await hands.press('Enter');
  await expect(page.getByText('Un supervisore la richiama prima di decidere')).toBeVisible();
  return numberIn(page.getByRole('main'));
}

/** The envelope went to somebody else, and lies at the desk again. Answers the number of the request that came of it. */
async function toldWrongDelivery(desk: DeskPage, outerCode: string): Promise<string> {
  await desk.hands.press('F2');
  await desk.hands.scan(outerCode);
  await desk.layer.getByRole('button', { name: /^Guarda la pratica/ }).click();
  await desk.layer.getByRole('button', { name: 'Consegna errata' }).click();
  await desk.button('Registra la consegna errata').click();
  await expect(desk.layer.last()).toContainText('Scegli che cosa è stato consegnato');
  await expectAccessibleInEveryWidth(desk.page, 'a wrong delivery');
  await desk.page.getByLabel('La busta con i codici').check();
  await desk.button('Adesso').click();
  await desk.field('Come è successo').fill('Due buste scambiate al banco');
  await desk.button('Registra la consegna errata').click();
  const number = await numberIn(desk.layer.getByText(/^Registrata: richiesta/));
  await desk.hands.press('Escape');
  return number;
}

/** Puts a request back by so many minutes: nobody waits for them in a story. */
function waitsSince(stack: Stack, number: string, minutes: number): Promise<void> {
  const serial = Number(/-(\d{6})-/.exec(number)?.[1]);
  return changeOneRow(stack, `update revocation_request set since = since - make_interval(mins => $1) where number = $2`, [minutes, serial]);
}

/** The lots of the list of requests, the newest first. */
async function lotsOf(supervisor: DeskPage): Promise<Locator> {
  await supervisor.page.getByRole('button', { name: /C\. Landi|A\. Conti/ }).click();
  await supervisor.page.getByRole('link', { name: 'Richieste' }).click();
  await expect(supervisor.title).toHaveText('Richieste di revoca');
  return supervisor.page.getByRole('list', { name: 'Lotti difettosi' }).getByRole('listitem').first();
}

async function saved(page: Page, link: Locator): Promise<string> {
  const [file] = await Promise.all([page.waitForEvent('download'), link.click()]);
  return readFile(await file.path(), 'utf8');
}

async function numberIn(text: Locator): Promise<string> {
  await expect(text).toContainText(NUMBER);
  const [number = ''] = NUMBER.exec(await text.innerText()) ?? [];
  return number;
}

function today(): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Rome' }).format(Date.now());
}
