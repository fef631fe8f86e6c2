// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Page } from '@playwright/test';
import { expectAccessibleInEveryWidth } from './support/accessibility';
import { cardDelivered } from './support/card-delivered';
import { expect, test } from './support/desk-test';
import { everythingKept } from './support/in-page';

const INVENTED = { codiceFiscale: 'RSSMRA80A01D612Y', cip: '4071992836' } as const;

/** What the API answers after five wrong tries, between which minutes pass, and then to the request without a CIP. */
async function answering(page: Page, ...answers: readonly { readonly status: number; readonly body: object }[]): Promise<readonly unknown[]> {
  const sent: unknown[] = [];
  await page.route('**/api/public/revocations**', async (route) => {
    const { status, body } = answers[sent.length] ?? { status: 500, body: {} };
    sent.push(route.request().postDataJSON());
    await route.fulfill({ status, contentType: status < 400 ? 'application/json' : 'application/problem+json', body: JSON.stringify(body) });
  });
  return sent;
}

const FIVE_WRONG = { status: 403, body: { type: 'about:blank', title: 'x', status: 403, code: 'cip-mismatch', requestId: 'r', details: { retryAfterSeconds: 30, mayRecordUnverified: true } } };
const UNVERIFIED = {
  status: 201,
  body: { id: '01936d0e-0000-7000-8000-000000000001', number: 'R26-000419-K', spoken: ['R', '26', '000', '419', 'K'], recordedAt: '2026-11-28T09:12:33Z', act: 'revocation', reason: 'theft', standing: 'unverified', state: 'logged', idCartaLast8: null, isOutOfHours: false },
};

async function fill(page: Page, { codiceFiscale, cip }: { readonly codiceFiscale: string; readonly cip: string }): Promise<void> {
  await page.getByLabel('Codice fiscale del titolare').fill(codiceFiscale);
  await page.getByLabel('CIP', { exact: true }).fill(cip);
  await page.getByLabel('Motivo').selectOption({ label: 'Mi hanno rubato la tessera' });
  await page.getByLabel('Quando se n’è accorto').fill('24/11/2020');
  await page.getByLabel('Ora', { exact: true }).fill('9:30');
  await page.getByLabel(/^Dichiaro che quanto ho scritto/).check();
  await page.getByLabel(/^Ho letto che cosa succede/).check();
}

test.describe('a citizen who asks for the revocation without a desk', () => {
  test('comes from *Dove attivarla*, tells all of it once, and keeps a number', async ({ browser, citizens, desk, stack }) => {
    const { citizen, cip } = await cardDelivered(desk, citizens);
    const page = await (await browser.newContext({ baseURL: stack.deskUrl })).newPage();
    await page.goto('/dove-attivarla');
    await page.getByRole('link', { name: 'Tessera persa o rubata: richiedi la revoca' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Richiedi la revoca');
    await page.getByRole('button', { name: 'Chiedi la revoca' }).click();
    await expect(page.getByLabel('Codice fiscale del titolare')).toBeFocused();
    await fill(page, { codiceFiscale: citizen.codiceFiscale, cip: INVENTED.cip });
    await page.getByLabel('CIP', { exact: true }).press('Enter');
    await expect(page.getByText('Almeno un dato non corrisponde, e non diciamo quale.')).toBeVisible();
    await expect(page.getByLabel('CIP', { exact: true })).toHaveValue('');
    await fill(page, { codiceFiscale: citizen.codiceFiscale, cip });
    await expectAccessibleInEveryWidth(page, 'a request for revocation');
    await page.getByLabel('CIP', { exact: true }).press('Enter');
    await expect(page.getByText(/^R\d{2}-\d{6}-[A-Z]$/)).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Richiesta registrata' })).toBeFocused();
    await expectAccessibleInEveryWidth(page, 'a request that was recorded');
    const kept = await page.evaluate(everythingKept);
    expect(kept).not.toContain(cip);
    await page.goBack();
    await page.goForward();
    await expect(page.getByLabel('CIP', { exact: true })).toHaveValue('');
    await page.context().close();
  });

  test('who was not recognised five times waits, or is called back', async ({ page }) => {
    const sent = await answering(page, FIVE_WRONG, UNVERIFIED);
    await page.goto('/richiedi-la-revoca');
    await fill(page, INVENTED);
    await page.getByRole('button', { name: 'Chiedi la revoca' }).click();
    await expect(page.getByText('Almeno un dato non corrisponde, e non diciamo quale.')).toBeVisible();
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
