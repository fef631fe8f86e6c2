// SPDX-License-Identifier: AGPL-3.0-or-later
import { readFile } from 'node:fs/promises';
import { expectAccessible, expectAccessibleInEveryWidth } from './support/accessibility';
import { DeskPage } from './support/desk-page';
import { expect, test } from './support/desk-test';
import { copiedText } from './support/in-page';

test('a supervisor reads the log, unfolds a row and takes its proof, and takes the log away', async ({ browser, stack }) => {
  const context = await browser.newContext({ baseURL: stack.deskUrl, permissions: ['clipboard-read', 'clipboard-write'] });
  const supervisor = new DeskPage(await context.newPage());
  const { page } = supervisor;
  await supervisor.open();
  await supervisor.signIn(stack.supervisor);
  await supervisor.button(/C\. Landi/).click();
  await page.getByRole('link', { name: 'Registro' }).click();
  await expect(supervisor.title).toHaveText('Registro');
  await expect(page.getByText(/Sigillato fino al blocco \d+/)).toBeVisible();
  await expectAccessibleInEveryWidth(page, 'the log');

  await supervisor.field('Che cosa').selectOption('station.online');
  await supervisor.field('Dal giorno').fill('1/1/2020');
  await supervisor.hands.press('Enter');
  const rows = page.getByRole('table', { name: 'Righe, le più nuove prima' });
  await expect(rows.getByRole('button', { name: 'Accesso fatto' })).toHaveCount(0);
  const row = rows.getByRole('button', { name: 'Postazione collegata' }).first();
  await row.click();
  await expect(row).toHaveAttribute('aria-expanded', 'true');
  await expectAccessibleInEveryWidth(page, 'a row of the log, unfolded');

  await supervisor.button('Copia la prova').click();
  await expect(page.getByText(/Prova copiata/)).toBeVisible();
  const proof = await supervisor.field('Prova di questa riga').inputValue();
  expect(proof).toMatch(/^TSCNS1:/);
  expect(await page.evaluate(copiedText)).toBe(proof);

  const [download] = await Promise.all([page.waitForEvent('download'), supervisor.button('Scarica il registro').click()]);
  expect(download.suggestedFilename()).toMatch(/^registro-acts-1-\d+\.jsonl$/);
  expect(await readFile(await download.path(), 'utf8')).toContain('"act":"station.online"');

  await supervisor.button('Accessi degli amministratori').click();
  await expect(supervisor.button('Accessi degli amministratori')).toHaveAttribute('aria-pressed', 'true');
  await expectAccessible(page, 'the accesses of administrators');
  const [accesses] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Scarica come tabella (CSV)' }).click()]);
  expect(accesses.suggestedFilename()).toBe('accessi.csv');
  expect(await readFile(await accesses.path(), 'utf8')).toMatch(/^"at","act","outcome",/);
  await context.close();
});
