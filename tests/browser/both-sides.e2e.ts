// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Page } from '@playwright/test';
import { expectAccessibleInEveryWidth } from './support/accessibility';
import { expect, test } from './support/desk-test';
import { copiedText } from './support/in-page';
import { writtenDate } from './support/written-date';

test('the whole story from both sides of the counter, by mouse and clipboard, with codes on the citizen’s side only', async ({ desk, context, citizens, stack }) => {
  const citizen = await citizens.comes({ document: 'cie' });
  const heardByDesk = listenTo(desk.page);
  const person = `${citizen.surname} ${citizen.name}`;
  const world = await context.newPage();
  await world.goto(stack.rehearsalUrl);
  const press = async (name: string) => {
    await world.bringToFront();
    await world.getByRole('button', { name, exact: true }).click();
  };
  const pasteAtDesk = async (handed: string) => {
    await expect.poll(() => world.evaluate(copiedText)).toBe(handed);
    await desk.page.bringToFront();
    await desk.hands.press('Control+V');
  };
  await expectAccessibleInEveryWidth(world, 'the citizen’s side');

  await press(`Inserisci la tessera di ${person}`);
  await expect(desk.title).toHaveText(person);
  await press(`Porgi il documento di ${person}`);
  await expectAccessibleInEveryWidth(world, 'the citizen’s document');
  await press('Porgi allo scanner');
  await pasteAtDesk(citizen.document.mrz.join('\n'));
  await expect(desk.field('Numero')).toHaveValue(citizen.document.number);
  await desk.field('Data di rilascio').fill(writtenDate(citizen.document.issuedOn));
  await desk.button('Identità verificata: stampa').click();

  const sheet = await desk.awaitedSheet();
  await world.keyboard.press('Escape');
  await press(`Porgi allo scanner: Busta ${sheet}`);
  await pasteAtDesk((await citizens.envelope(sheet)).outerCode);
  await expect(desk.title).toHaveText(`Consegna la busta ${sheet}`);
  const form = await desk.formNumber();
  await press(`Firma e porgi: Modulo ${form}`);
  await pasteAtDesk(form);
  await expect(desk.title).toHaveText('Consegnata');

  await press(`Apri: Busta ${sheet}`);
  const printers = world.getByRole('region', { name: 'Stampanti' });
  const opened = printers.locator('.opened').filter({ hasText: `Busta ${sheet}, aperta dal cittadino` });
  await expect(opened).toBeVisible();
  const codes = await opened.getByRole('definition').allInnerTexts();
  expect(codes).toHaveLength(3);
  const heard = [...(await heardByDesk()), await desk.page.content()].join('\n');
  expect(heard).toContain(sheet);
  for (const code of codes) expect(heard).not.toMatch(new RegExp(`(?<!\\d)${code}(?!\\d)`));

  await press('Strappa la tessera Spazio');
  await desk.page.bringToFront();
  await expect(desk.title).toHaveText('Inserisci una tessera');
  await opened.getByRole('button', { name: 'Prova la tessera a casa' }).click();
  await expect(printers.getByText('Il PIN apre la tessera e la firma del chip è valida.')).toBeVisible();
  await opened.getByRole('button', { name: 'La mia tessera funziona?' }).click();
  await expect(printers.getByText('La pagina La mia tessera funziona? dice: «La tessera funziona»')).toBeVisible();
  await expectAccessibleInEveryWidth(world, 'the citizen’s opened envelope');
});

/** Everything that the server has told the page from now on, but for the stream of hints, which has no end. */
function listenTo(page: Page): () => Promise<readonly string[]> {
  const answers: Promise<string>[] = [];
  page.on('response', (response) => {
    if (!response.url().endsWith('/events')) answers.push(response.text().catch(() => ''));
  });
  return () => Promise.all(answers);
}
