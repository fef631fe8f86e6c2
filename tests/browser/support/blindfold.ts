// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Page } from '@playwright/test';

/** Holds back whatever the page reads from now on, so that it acts on what it saw last; the returned function lets it see again. */
export async function blindfold(page: Page): Promise<() => void> {
  let see: () => void = () => undefined;
  const sight = new Promise<void>((resolve) => {
    see = resolve;
  });
  await page.route(/\/api\/(desk|cases\/[^/]+)$/, async (route) => {
    if (route.request().method() === 'GET') await sight;
    await route.continue();
  });
  return see;
}
