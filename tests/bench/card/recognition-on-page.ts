// SPDX-License-Identifier: AGPL-3.0-or-later
/** How long the operator waits for the name: from the card's insertion until the desk's page shows its holder, against the time that the card itself takes. */
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { report, rounded } from '../measure.ts';
import { withStack } from '../stack.ts';

const ROUNDS = 5;
/** Of the card by which the floor was measured. */
const CARD_TYPE = 'ST2021';
const BROWSER = '/usr/bin/chromium';

interface Citizen {
  readonly id: string;
  readonly story: string;
  readonly surname: string;
  readonly name: string;
  readonly cardType: string;
  readonly hasOwnCodes: boolean;
  /** Commands that the chip has executed so far. */
  readonly apdus: number;
}

/** `floor`: what the card takes to be read, measured in the same run on the same model. */
export async function benchRecognitionOnPage(floor: { readonly apdus: number; readonly milliseconds: number }): Promise<void> {
  if (!existsSync(BROWSER)) {
    report('card-recognition-on-page', { skipped: `${BROWSER} is not installed` });
    return;
  }
  await withStack(async ({ deskUrl, rehearsalUrl, signIns }) => {
    const browser = await chromium.launch({ executablePath: BROWSER, args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'] });
    try {
      const operator = signIns.find(({ role }) => role === 'operator');
      const page = await browser.newPage({ locale: 'it-IT' });
      await page.goto(deskUrl);
      await page.getByLabel('Nome utente', { exact: true }).fill(operator?.username ?? '');
      await page.getByLabel('Password', { exact: true }).fill(operator?.password ?? '');
      await page.getByRole('button', { name: 'Accedi' }).click();
      await page.getByRole('list', { name: 'Dispositivi' }).waitFor();
      const citizens = async (): Promise<readonly Citizen[]> => ((await ask(String(rehearsalUrl), 'world', undefined)) as { readonly citizens: readonly Citizen[] }).citizens;
      const citizen = (await citizens()).find(({ story, cardType, hasOwnCodes }) => story === 'ordinary' && cardType === CARD_TYPE && !hasOwnCodes);
      if (!citizen) throw new Error(`nobody ordinary with a card of type ${CARD_TYPE} is at the table`);
      const shown = page.getByText(new RegExp(`${citizen.surname}.*${citizen.name}|${citizen.name}.*${citizen.surname}`, 'i')).first();

      const taken: number[] = [];
      for (let round = 0; round <= ROUNDS; round += 1) {
        const inserted = performance.now();
        await ask(String(rehearsalUrl), 'reader/insert', { card: citizen.id });
        await shown.waitFor();
        if (round > 0) taken.push(performance.now() - inserted);
        await ask(String(rehearsalUrl), 'reader/pull', {});
        await shown.waitFor({ state: 'hidden' });
        // The next hand is not there at once.
        await page.waitForTimeout(1_000);
      }
      taken.sort((one, other) => one - other);
      const median = taken[Math.floor(taken.length / 2)] ?? Number.NaN;
      const apdus = ((await citizens()).find(({ id }) => id === citizen.id)?.apdus ?? 0) / (ROUNDS + 1);
      report('card-recognition-on-page', { rounds: ROUNDS, apdus, floorApdus: floor.apdus, floorMilliseconds: floor.milliseconds, milliseconds: rounded(median, 1), ratio: rounded(median / floor.milliseconds) });
    } finally {
      await browser.close();
    }
  });
}

async function ask(rehearsalUrl: string, path: string, body: object | undefined): Promise<unknown> {
  const act = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  const response = await fetch(new URL(`/api/${path}`, rehearsalUrl), body && act);
  if (!response.ok) throw new Error(`the world refused ${path} (HTTP ${String(response.status)})`);
  return response.json();
}
