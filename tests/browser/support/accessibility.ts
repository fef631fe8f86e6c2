// SPDX-License-Identifier: AGPL-3.0-or-later
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { scrollingParts, sidewaysOverflow } from './in-page';

/** WCAG 2.2, levels A and AA, with all that the earlier versions ask. */
const WCAG_2_2_AA = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

const DESK = { width: 1366, height: 768 };
/** What a browser leaves of the desk's screen. */
const BROWSER_WINDOW = { width: 1366, height: 640 };
const TABLET = { width: 800, height: 900 };
/** The narrowest that WCAG asks for (1.4.10), and what a desk's screen is at four times its size. */
const NARROWEST = { width: 320, height: 700 };

/** What axe finds against the page as it is now: rule, and where. */
export async function expectAccessible(page: Page, state: string): Promise<void> {
  // Axe's own way of many frames opens a second page for each look, which takes as long as the look itself; it is the same look where there is one frame.
  expect(page.frames(), `${state}: frames within the page`).toHaveLength(1);
  const { violations } = await new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).withTags(WCAG_2_2_AA).setLegacyMode().analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
  expect(found, `axe on ${state}`).toEqual([]);
}

/** The same in one column too; and nothing lies beyond the right edge in any width. */
export async function expectAccessibleInEveryWidth(page: Page, state: string): Promise<void> {
  await expectAccessible(page, state);
  await page.setViewportSize(TABLET);
  expect(await page.evaluate(sidewaysOverflow), `${state}: pixels beyond the edge of 800`).toBe(0);
  await page.setViewportSize(NARROWEST);
  expect(await page.evaluate(sidewaysOverflow), `${state}: pixels beyond the edge of 320`).toBe(0);
  await expectAccessible(page, `${state}, 320 wide`);
  await page.setViewportSize(DESK);
}

/** A step of a case is seen whole in the browser of an ordinary desk: nothing of it scrolls. */
export async function expectWholeStepInSight(page: Page, state: string): Promise<void> {
  await page.setViewportSize(BROWSER_WINDOW);
  expect(await page.evaluate(scrollingParts), `${state}: what scrolls at 1366×640`).toEqual([]);
  await page.setViewportSize(DESK);
}
