// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Page } from '@playwright/test';
import { expectAccessibleInEveryWidth } from './support/accessibility';
import { expect, test } from './support/desk-test';
import { everythingKept } from './support/in-page';

const CIP = '4071992836';

/** The API's answers, in order, the last one again and again: the page's own story, whatever the database holds. */
async function answering(page: Page, ...answers: readonly { readonly status: number; readonly body: object }[]): Promise<readonly unknown[]> {
  const sent: unknown[] = [];
  await page.route('**/api/public/revocations**', async (route) => {
    const { status, body } = answers[Math.min(sent.length, answers.length - 1)] ?? { status: 500, body: {} };
    sent.push(route.request().postDataJSON());
    await route.fulfill({ status, contentType: status < 400 ? 'application/json' : 'application/problem+json', body: JSON.stringify(body) });
  });
  return sent;
}

const mismatch = (details: object) => ({ status: 403, body: { type: 'about:blank', title: 'x', status: 403, code: 'cip-mismatch', requestId: 'r', details } });
const recorded = (standing: string) => ({
  status: 201,
  body: { id: '01936d0e-0000-7000-8000-000000000001', number: 'R26-000419-K', spoken: ['R', '26', '000', '419', 'K'], recordedAt: '2026-11-28T09:12:33Z', act: 'revocation', reason: 'theft', standing, state: standing === 'identified' ? 'verified' : 'logged', idCartaLast8: null, isOutOfHours: false },
});

async function fill(page: Page): Promise<void> {
  await page.getByLabel('Codice fiscale del titolare').fill('RSSMRA80A01D612Y');
  await page.getByLabel('CIP', { exact: true }).fill(CIP);
  await page.getByLabel('Motivo').selectOption({ label: 'Mi hanno rubato la tessera' });
  await page.getByLabel('Quando se n’è accorto').fill('24/11/2020');
  await page.getByLabel('Ora', { exact: true }).fill('9:30');
  await page.getByLabel(/^Dichiaro che quanto ho scritto/).check();
  await page.getByLabel(/^Ho letto che cosa succede/).check();
}

test.describe('a citizen who asks for the revocation without a desk', () => {
  test('comes from *Dove attivarla*, tells all of it once, and keeps a number', async ({ page }) => {
    const sent = await answering(page, recorded('identified'));
    await page.goto('/dove-attivarla');
    await page.getByRole('link', { name: 'Tessera persa o rubata: richiedi la revoca' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Richiedi la revoca');
    await page.getByRole('button', { name: 'Chiedi la revoca' }).click();
    await expect(page.getByLabel('Codice fiscale del titolare')).toBeFocused();
    await fill(page);
    await expectAccessibleInEveryWidth(page, 'a request for revocation');
    await page.getByLabel('CIP', { exact: true }).press('Enter');
    await expect(page.getByText('R26-000419-K')).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Richiesta registrata' })).toBeFocused();
    await expectAccessibleInEveryWidth(page, 'a request that was recorded');
    expect(sent).toMatchObject([{ cip: CIP, codiceFiscale: 'RSSMRA80A01D612Y', reason: 'theft', proof: { kind: 'self-declaration', isSigned: false } }]);
    const kept = await page.evaluate(everythingKept);
    expect(kept).not.toContain(CIP);
    await page.goBack();
    await page.goForward();
    await expect(page.getByLabel('CIP', { exact: true })).toHaveValue('');
  });

  test('is told one thing whichever part was wrong, waits, and after five tries is called back', async ({ page }) => {
    const sent = await answering(page, mismatch({ retryAfterSeconds: 30, mayRecordUnverified: true }), recorded('unverified'));
    await page.goto('/richiedi-la-revoca');
    await fill(page);
    await page.getByRole('button', { name: 'Chiedi la revoca' }).click();
    await expect(page.getByRole('alert')).toContainText('Almeno un dato non corrisponde, e non diciamo quale.');
    await expect(page.getByText(/Può riprovare fra \d+ secondi/)).toBeVisible();
    await expect(page.getByLabel('CIP', { exact: true })).toHaveValue('');
    await expectAccessibleInEveryWidth(page, 'data that were not recognised');
    await page.getByRole('button', { name: 'Manda senza CIP riconosciuto' }).click();
    await page.getByLabel('Telefono a cui richiamarla').fill('333 1234567');
    await expectAccessibleInEveryWidth(page, 'a request without a recognised CIP');
    await page.getByRole('button', { name: 'Chiedi la revoca' }).click();
    await expect(page.getByText('Aspetta un supervisore')).toBeVisible();
    expect(sent[1]).not.toHaveProperty('cip');
    expect(sent[1]).toMatchObject({ callBackAt: '333 1234567' });
  });

  test('speaks English too', async ({ page }) => {
    await page.goto('/richiedi-la-revoca');
    await page.getByRole('button', { name: 'English' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ask for the revocation');
    await page.getByLabel('Reason').selectOption({ label: 'I lost my card' });
    await expect(page.getByText('A revocation is final')).toBeVisible();
  });
});
