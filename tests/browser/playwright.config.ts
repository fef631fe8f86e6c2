// SPDX-License-Identifier: AGPL-3.0-or-later
import { defineConfig } from '@playwright/test';

/** The browser that the system brings (Playwright's own download is not asked for); no page of ours calls anybody outside this machine. */
const CHROMIUM = '/usr/bin/chromium';
const QUIET = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

// One desk has one reader and one printer: each worker starts a stack of its own (`support/desk-test.ts`), and its stories run one after the other.
// eslint-disable-next-line no-restricted-syntax -- Playwright reads its configuration from the default export
export default defineConfig({
  testDir: '.',
  testMatch: '*.e2e.ts',
  outputDir: '../../test-results',
  workers: 2,
  fullyParallel: false,
  forbidOnly: true,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: process.env['PLAYWRIGHT_JSON_OUTPUT_NAME'] === undefined ? 'list' : [['list'], ['json']],
  use: {
    locale: 'it-IT',
    timezoneId: 'Europe/Rome',
    viewport: { width: 1366, height: 768 },
    permissions: ['clipboard-read', 'clipboard-write'],
    // A story that waits for something that never comes says at once for what.
    actionTimeout: 10_000,
    screenshot: 'only-on-failure',
    launchOptions: { executablePath: CHROMIUM, args: QUIET },
  },
});
