// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Browser } from '@playwright/test';
import { DeskPage } from './desk-page';
import type { SignIn, Stack } from './stack';

/** Somebody else comes, in a browser of their own, and signs in where it is said as whom. */
export async function pageOf(browser: Browser, { deskUrl }: Pick<Stack, 'deskUrl'>, who?: SignIn): Promise<DeskPage> {
  const page = new DeskPage(await (await browser.newContext({ baseURL: deskUrl })).newPage());
  await page.open();
  if (who) await page.signIn(who);
  return page;
}
