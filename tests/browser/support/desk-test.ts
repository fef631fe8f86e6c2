// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect, test as base } from '@playwright/test';
import { CitizenSide } from './citizen-side';
import { DeskApi } from './desk-api';
import { DeskPage } from './desk-page';
import { deskUrl, operator, rehearsalUrl } from './stack-addresses';

interface Story {
  /** After each story the reader is empty, nothing is broken, and no case is open. */
  readonly citizens: CitizenSide;
  /** The page of an operator who is signed in. */
  readonly desk: DeskPage;
}

interface Run {
  readonly api: DeskApi;
}

export const test = base.extend<Story, Run>({
  api: [async ({}, use) => use(await DeskApi.signIn(deskUrl, operator)), { scope: 'worker' }],

  baseURL: deskUrl,

  citizens: [
    async ({ api }, use) => {
      const citizens = new CitizenSide(rehearsalUrl);
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
