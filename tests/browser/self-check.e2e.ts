// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect, type Page, test } from '@playwright/test';
// eslint-disable-next-line @nx/enforce-module-boundaries -- the API’s one page that is not built with the others, which is no package
import type { CardFinding } from '../../apps/api/src/features/self-check/card-finding';
// eslint-disable-next-line @nx/enforce-module-boundaries -- the same
import { selfCheckPage } from '../../apps/api/src/features/self-check/self-check-page';
// eslint-disable-next-line @nx/enforce-module-boundaries -- the same
import { SELF_CHECK_POLICY } from '../../apps/api/src/features/self-check/self-check-style';
import { expectAccessibleInEveryWidth } from './support/accessibility';

const ORIGIN = 'https://tessera.example';
const AT_HOME = { publicOrigin: 'https://sportello.example', phone: '800 004477', isTest: true } as const;
const CHECKED = { by: 'ocsp', checkedAt: '2026-11-24T09:00:00Z', revokedAt: null } as const;
const IN_FORCE = { kind: 'in-force', until: new Date('2032-01-01T00:00:00Z'), cardEnding: '0018' } as const;

/** The page as the listener answers it, with its policy; the handshakes are the listener's own tests. */
async function open(page: Page, finding: CardFinding): Promise<void> {
  await page.route(`${ORIGIN}/**`, (route) =>
    route.fulfill({ contentType: 'text/html; charset=utf-8', headers: { 'content-security-policy': SELF_CHECK_POLICY }, body: selfCheckPage(finding, route.request().url().endsWith('/en') ? 'en' : 'it', AT_HOME) }),
  );
  await page.goto(`${ORIGIN}/`);
}

test.describe('a citizen who tries their card at home', () => {
  test('reads that it works, in Italian and in English, with the style that the policy allows', async ({ page }) => {
    await open(page, { ...IN_FORCE, standing: { ...CHECKED, status: 'good' } });
    await expect(page.getByRole('heading', { level: 2 })).toHaveText('La tessera funziona');
    await expect(page.getByText('1 gennaio 2032')).toBeVisible();
    await expect(page.getByRole('banner')).toHaveCSS('background-color', 'rgb(0, 64, 128)');
    await expectAccessibleInEveryWidth(page, 'a card that works');
    await page.getByRole('link', { name: 'English' }).click();
    await expect(page.getByRole('heading', { level: 2 })).toHaveText('The card works');
  });

  test('reads what to do without a card, and with one that is expired or revoked', async ({ page }) => {
    for (const [state, finding, heading] of [
      ['no card', { kind: 'none' }, 'Nessuna tessera letta'],
      ['an expired card', { kind: 'expired', until: new Date('2026-05-12T10:00:00Z') }, 'Il certificato è scaduto il 12 maggio 2026'],
      ['a revoked card', { ...IN_FORCE, standing: { ...CHECKED, status: 'revoked', revokedAt: '2026-11-03T10:00:00Z' } }, 'Il certificato è stato revocato il 3 novembre 2026'],
    ] as const satisfies readonly (readonly [string, CardFinding, string])[]) {
      await open(page, finding);
      await expect(page.getByRole('heading', { level: 2 })).toHaveText(heading);
      await expectAccessibleInEveryWidth(page, state);
    }
  });
});
