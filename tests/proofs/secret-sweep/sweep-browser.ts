// SPDX-License-Identifier: AGPL-3.0-or-later
import { setTimeout as sleep } from 'node:timers/promises';
import { type BrowserContext, chromium, type Page } from '@playwright/test';
import type { CutCard } from '../kill-table/cut-card';
import type { KillDesk } from '../kill-table/kill-desk';
import { filesIn } from './places/files';
import type { Sample } from './places/sample';

export const CHROMIUM = '/usr/bin/chromium';
const QUIET = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
const PATIENCE_MS = 60_000;
const A_PERSONS_PACE_MS = 45;
const DOCUMENT = { number: 'CA12345AB', issuer: 'Comune di Roma', issuedOn: '05/03/2020', expiresOn: '01/01/2030' } as const;

/** A real browser with a profile on disk, at the desk's page. */
export class SweepBrowser {
  private constructor(
    private readonly context: BrowserContext,
    readonly page: Page,
    private readonly profile: string,
  ) {}

  static async open(url: string, profile: string): Promise<SweepBrowser> {
    const context = await chromium.launchPersistentContext(profile, { executablePath: CHROMIUM, args: QUIET, baseURL: url, locale: 'it-IT', timezoneId: 'Europe/Rome', viewport: { width: 1366, height: 768 } });
    context.setDefaultTimeout(PATIENCE_MS);
    return new SweepBrowser(context, context.pages()[0] ?? (await context.newPage()), profile);
  }

  /** An ordinary activation by an operator who knows the page only. Returns when the envelope is handed over and the card is out. */
  async activate({ slot, signIn, envelopes }: KillDesk, card: CutCard): Promise<void> {
    const { page } = this;
    await page.goto('/');
    const name = page.getByLabel('Nome utente', { exact: true });
    await name.or(page.getByRole('heading', { name: 'Inserisci una tessera' })).waitFor();
    if (await name.isVisible()) {
      await name.fill(signIn.username);
      await page.getByLabel('Password', { exact: true }).fill(signIn.password);
      await page.getByRole('button', { name: 'Accedi' }).click();
    }
    await this.#isTold('Inserisci una tessera');
    slot.insert(card);
    await page.getByLabel('Tipo', { exact: true }).selectOption('cie');
    const fields = { Numero: DOCUMENT.number, 'Rilasciato da': DOCUMENT.issuer, 'Data di rilascio': DOCUMENT.issuedOn, Scadenza: DOCUMENT.expiresOn };
    for (const [label, text] of Object.entries(fields)) await page.getByLabel(label, { exact: true }).fill(text);
    await page.getByRole('button', { name: /Identità verificata/ }).click();
    await this.#isTold(/Leggi il codice esterno della busta/);
    await page.getByText(/Busta \d{6} stampata/).waitFor();
    while (envelopes.length === 0) await sleep(50); // the tray: poppler reads the sheet
    await this.#type('Codice esterno', envelopes.at(-1)?.outerCode ?? '');
    await this.#isTold(/Consegna la busta/);
    const [form = ''] = /P\d+-\d{2}/.exec(await page.getByRole('main').innerText()) ?? [];
    await this.#type('Codice esterno della busta o numero del modulo', form);
    await this.#isTold('Consegnata');
    slot.pull();
    await this.#isTold('Inserisci una tessera');
  }

  /** The citizen asks for the revocation at home, on the public page, with what the envelope says. The page stays open as it is then. */
  async askForRevocation(address: string, idCarta: string, cip: string): Promise<void> {
    const page = await this.context.newPage();
    await page.goto(`${address}/richiedi-la-revoca`);
    await page.getByLabel('Con il CIP scrivo').selectOption({ label: 'il numero della tessera' });
    await page.getByLabel('Numero della tessera', { exact: true }).fill(idCarta);
    await page.getByLabel('CIP', { exact: true }).fill(cip);
    await page.getByLabel('Motivo').selectOption({ label: 'Altri conoscono i codici' });
    await page.getByLabel(/^Ho letto che cosa succede/).check();
    await page.getByLabel('CIP', { exact: true }).press('Enter');
    await page.getByRole('heading', { name: 'Richiesta registrata' }).waitFor();
  }

  /** What the pages show and keep; then, with the browser closed, all that its profile has on disk: history, storage, caches. */
  async *samples(): AsyncGenerator<Sample> {
    const kept = await this.context.storageState({ indexedDB: true });
    const shown = this.context.pages().map(async (page) => [await page.content(), page.url(), await page.evaluate(() => JSON.stringify(Object.entries(sessionStorage)))]);
    yield { kind: 'browser', part: 'page and storage', bytes: Buffer.from([...(await Promise.all(shown)).flat(), JSON.stringify(kept)].join('\n')) };
    await this.close();
    yield* filesIn('browser', this.profile);
  }

  close(): Promise<void> {
    return this.context.close();
  }

  async #isTold(title: string | RegExp): Promise<void> {
    await this.page.getByRole('heading', { level: 1, name: title }).waitFor();
  }

  async #type(label: string, text: string): Promise<void> {
    await this.page.getByLabel(label, { exact: true }).focus();
    await this.page.keyboard.type(text, { delay: A_PERSONS_PACE_MS });
    await this.page.keyboard.press('Enter');
  }
}
