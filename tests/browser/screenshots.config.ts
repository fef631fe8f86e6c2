// SPDX-License-Identifier: AGPL-3.0-or-later
import { defineConfig } from '@playwright/test';
import stories from './playwright.config';

// eslint-disable-next-line no-restricted-syntax -- Playwright reads its configuration from the default export
export default defineConfig({ ...stories, testMatch: 'take-screenshots.ts', reporter: 'list' });
