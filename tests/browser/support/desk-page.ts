// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect, type Locator, type Page } from '@playwright/test';
import type { Citizen } from './citizen-side';
import { Hands } from './hands';
import { everythingWritten } from './in-page';
import { writtenDate } from './written-date';

/** The desk page as the operator sees it: by role and label. */
export class DeskPage {
  readonly hands: Hands;

  /** The message of the moment: one on each page. */
  readonly title: Locator;
  readonly cardPanel: Locator;
  /** The step at which the case stands. */
  readonly step: Locator;
  readonly devices: Locator;
  readonly openCases: Locator;
  readonly layer: Locator;
  readonly whatIsMissing: Locator;

  constructor(readonly page: Page) {
    this.hands = new Hands(page);
    this.title = page.getByRole('heading', { level: 1 });
    this.cardPanel = page.getByRole('region', { name: /lettore/i });
    this.step = page.getByRole('list', { name: 'Passi della pratica' }).locator('[aria-current=step]');
    this.devices = page.getByRole('list', { name: 'Dispositivi' });
    this.openCases = page.getByRole('region', { name: /Pratiche aperte/ });
    this.layer = page.getByRole('dialog');
    this.whatIsMissing = page.getByRole('main').getByText(/^(Manca|Da correggere|Da decidere):/);
  }

  async open(): Promise<void> {
    await this.page.goto('/');
  }

  async signIn({ username, password }: { readonly username: string; readonly password: string }): Promise<void> {
    await this.field('Nome utente').fill(username);
    await this.field('Password').fill(password);
    await this.button('Accedi').click();
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name });
  }

  /** What went wrong, told with its words. */
  notice(heading: string | RegExp): Locator {
    return this.page.getByRole('alert').filter({ has: this.page.getByRole('heading', { name: heading }) });
  }

  field(label: string): Locator {
    return this.page.getByLabel(label, { exact: true });
  }

  /** Fills the document in as a person would, with mouse and keyboard; stops before the primary action. */
  async fillDocument({ document }: Citizen): Promise<void> {
    await this.field('Tipo').selectOption(document.type);
    await this.field('Numero').fill(document.number);
    await this.field('Rilasciato da').fill(document.issuer);
    await this.field('Data di rilascio').fill(writtenDate(document.issuedOn));
    await this.field('Scadenza').fill(writtenDate(document.expiresOn));
  }

  /** Which of the texts are anywhere on the page, be it in its words or in a field. */
  async partsShown(texts: readonly string[]): Promise<readonly string[]> {
    const written = await this.page.evaluate(everythingWritten);
    return texts.filter((text) => written.includes(text.replace(/\s/g, '')));
  }

  /** The number of the envelope that the page waits for. */
  async awaitedSheet(): Promise<string> {
    await expect(this.title).toHaveText(/^Leggi il codice esterno della busta \d{6}$/);
    return numberIn(this.title, /\d{6}/);
  }

  /** The number of the case in hand. */
  caseNumber(): Promise<string> {
    return numberIn(this.page.getByRole('main').getByText(/^Pratica \d+\s*(Attivazione|Duplicato)/), /\d+/);
  }

  /** The number of the declaration to be signed: that of the case, in the year on the wall. */
  async declarationNumber(): Promise<string> {
    const year = new Intl.DateTimeFormat('it-IT', { timeZone: 'Europe/Rome', year: '2-digit' }).format(Date.now());
    return `D${await this.caseNumber()}-${year}`;
  }

  /** The number of the form to be signed. */
  formNumber(): Promise<string> {
    return numberIn(this.page.getByText(/Fai firmare il modulo P/), /P\d+-\d{2}/);
  }
}

async function numberIn(text: Locator, pattern: RegExp): Promise<string> {
  const [found] = pattern.exec(await text.innerText()) ?? [];
  if (found === undefined) throw new Error(`no ${String(pattern)} in the text`);
  return found;
}
