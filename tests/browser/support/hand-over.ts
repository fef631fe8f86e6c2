// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Page } from '@playwright/test';

/** The least that it takes to hand an envelope over. A scan that comes sooner after the writing is taken for the go-ahead's once more. */
const HAND_OVER_MS = 1_200;

export async function handOver(page: Page): Promise<void> {
  await page.waitForTimeout(HAND_OVER_MS);
}
