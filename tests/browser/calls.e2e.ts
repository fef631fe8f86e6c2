// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Page } from '@playwright/test';
import { CALL_CATEGORIES } from '@sportello/domain';
import { expectAccessible, expectAccessibleInEveryWidth } from './support/accessibility';
import type { DeskPage } from './support/desk-page';
import { expect, test } from './support/desk-test';
import { pageOf } from './support/page-of';

test('calls are found again by state, days and subject, and each is read without its call', async ({ browser, stack }) => {
  const help = await pageOf(browser, stack, stack.helpDesk);
  const { hands, page } = help;
  const answered = await callAbout(help, 'PIN dimenticato');
  await help.field('Note').fill('Richiama domani per un appuntamento');
  await help.field('Argomento').focus();
  await hands.press('Enter');
  await help.page.getByLabel('Risposto').check();
  await hands.press('Enter');
  const aside = await callAbout(help, 'SPID');
  await hands.press('F9');
  await expect(help.title).toHaveText('Chiamate');

  await page.getByRole('link', { name: 'Tutte le chiamate' }).click();
  await expect(help.title).toHaveText('Tutte le chiamate');
  await expect(page.getByRole('link', { name: 'Chiamate', exact: true })).toHaveAttribute('aria-current', 'page');
  await expect(page.getByRole('row', { name: answered })).toContainText('Risposto');
  await expect(page.getByRole('row', { name: aside })).toContainText('In corso');
  await expectAccessibleInEveryWidth(page, 'all calls');

  await help.field('Stato').selectOption({ label: 'Chiusa' });
  await expect(page.getByRole('row', { name: aside })).toHaveCount(0);
  await help.field('Dal').fill('31/02/2026');
  await hands.press('Enter');
  await help.field('Al').focus();
  await expect(page.getByText('Scrivi il giorno come gg/mm/aaaa')).toBeVisible();
  await expectAccessible(page, 'a day that there is not');
  await help.field('Dal').fill('28/11/2020');
  await help.field('Al').fill('29/11/2020');
  await hands.press('Enter');
  await expect(page.getByText('Nessuna chiamata così.')).toBeVisible();
  await expectAccessibleInEveryWidth(page, 'no call of those days');
  await help.field('Al').fill('');
  await help.field('Argomento').selectOption({ label: 'PIN dimenticato' });

  const read = help.button(`Leggila: chiamata ${answered}`);
  await read.focus();
  await hands.press('Enter');
  await expect(help.layer).toContainText('Richiama domani per un appuntamento');
  await expect(help.layer).toContainText('F. Galli');
  await expectAccessibleInEveryWidth(page, 'a call that is read');
  await hands.press('Escape');
  await expect(help.layer).toHaveCount(0);
  await expect(read).toBeFocused();
  await page.context().close();
});

test('the words for every subject can be read without a call, in both languages', async ({ browser, stack }) => {
  const help = await pageOf(browser, stack, stack.helpDesk);
  const { page } = help;
  await page.getByRole('link', { name: 'Copioni' }).click();
  await expect(help.title).toHaveText('Copioni');
  await expect(help.field('Argomento')).toBeFocused();
  const italian = await everyScript(page, 'Argomento');
  await expectAccessibleInEveryWidth(page, 'a script');
  await help.button(/F\. Galli/).click();
  await help.button('English').click();
  await expect(help.title).toHaveText('Scripts');
  await page.keyboard.press('Escape');
  const english = await everyScript(page, 'Subject');
  // Each subject has words of its own, in each language.
  expect(new Set([...italian, ...english]).size).toBe(2 * CALL_CATEGORIES.length);
  await page.context().close();
});

/** A call begins, and is about this. Answers its number. */
async function callAbout(help: DeskPage, subject: string): Promise<string> {
  await expect(help.title).toHaveText('Chiamate');
  await help.hands.press('Enter');
  await expect(help.title).toHaveText(/^Chiamata \d{4}-\d+$/);
  await help.field('Argomento').selectOption({ label: subject });
  await expect(help.page.getByRole('heading', { name: 'Copione' })).toBeVisible();
  return ((await help.title.textContent()) ?? '').replace('Chiamata ', '');
}

/** What stands there about each subject, one after the other. */
async function everyScript(page: Page, label: string): Promise<readonly string[]> {
  const subject = page.getByLabel(label, { exact: true });
  const texts: string[] = [];
  for (const category of CALL_CATEGORIES) {
    await subject.selectOption(category);
    const main = page.getByRole('main');
    await expect(main.getByRole('region')).toHaveCount(2);
    const text = await main.innerText();
    // Neither a key of the catalogue nor a gap that nothing filled.
    expect(text, category).not.toMatch(/\b(helpDesk|hours)\.|\{\{/);
    texts.push(text);
  }
  return texts;
}
