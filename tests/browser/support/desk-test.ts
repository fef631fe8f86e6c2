// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect, test as base } from '@playwright/test';
import { CitizenSide } from './citizen-side';
import { DeskApi } from './desk-api';
import { DeskPage } from './desk-page';
import { startStack, type Stack } from './stack';

interface Story {
  /** After each story the reader is empty, nothing is broken, and no case is open. */
  readonly citizens: CitizenSide;
  /** The page of an operator who is signed in. */
  readonly desk: DeskPage;
}

/** One desk has one reader and one printer: each worker has a desk of its own. */
interface Run {
  readonly stack: Stack;
  readonly api: DeskApi;
}

const START_PATIENCE_MS = 120_000;

export const test = base.extend<Story, Run>({
  stack: [
    async ({}, use) => {
      const stack = await startStack();
      await use(stack);
      await stack.stop();
    },
    { scope: 'worker', timeout: START_PATIENCE_MS },
  ],

  api: [async ({ stack }, use) => use(await DeskApi.signIn(stack.deskUrl, stack.operator)), { scope: 'worker' }],

  baseURL: ({ stack }, use) => use(stack.deskUrl),

  citizens: [
    async ({ api, stack }, use) => {
      const citizens = new CitizenSide(stack.rehearsalUrl);
      await use(citizens);
      await citizens.tidyUp();
      await expect.poll(() => api.isTidy(), { message: 'the desk sees an empty reader and printers that work', intervals: [50, 100, 500] }).toBe(true);
      await api.endOpenCases();
    },
    { auto: true },
  ],

  desk: async ({ page, context, api }, use) => {
    const [name = '', value = ''] = api.cookie.split('=');
    await context.addCookies([{ name, value, domain: 'localhost', path: '/', secure: true, httpOnly: true, sameSite: 'Strict' }]);
    const desk = new DeskPage(page);
    await desk.open();
    await use(desk);
  },
});

export { expect };
