// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect } from '@playwright/test';
import type { DeskPage } from './desk-page';

/** Who comes for other people's cards: invented, with a document that is in force for years. Their own health card lies at home. */
const APPLICANT = { surname: 'FONTANA', name: 'ANNA', birthDate: '02/03/1984', document: { number: 'CA12345AB', issuedOn: '14/09/2022', expiresOn: '02/03/2033' } } as const;

/** *Chi è venuto?*: chosen, unless it is proposed. */
export async function choosesKind(desk: DeskPage, kind: string): Promise<void> {
  await desk.page.getByRole('radio', { name: kind, exact: true }).check();
  await expect(desk.page.getByText(new RegExp(`^Pratica \\d+\\s*(Attivazione|Duplicato PIN/PUK) · ${kind.replace(/[()]/g, '\\$&')}$`))).toBeVisible();
}

/** The applicant's document and person, typed. */
export async function showsDocument(desk: DeskPage): Promise<void> {
  const document = desk.page.getByRole('region', { name: 'Documento di chi è allo sportello' });
  await document.getByLabel('Numero', { exact: true }).first().fill(APPLICANT.document.number);
  await document.getByLabel('Data di rilascio', { exact: true }).fill(APPLICANT.document.issuedOn);
  await document.getByLabel('Scadenza', { exact: true }).first().fill(APPLICANT.document.expiresOn);
  await desk.field('Cognome').fill(APPLICANT.surname);
  await desk.field('Nome').fill(APPLICANT.name);
  await desk.field('Data di nascita').fill(APPLICANT.birthDate);
}

/** Their own health card was forgotten. */
export async function hasNoCard(desk: DeskPage): Promise<void> {
  await desk.button('Tessera assente').click();
  await desk.field('Perché manca').selectOption({ label: 'Dimenticata' });
}

/** A declaration or a paper is in hand. */
export async function hands(desk: DeskPage, ...papers: readonly string[]): Promise<void> {
  for (const paper of papers) await desk.page.getByRole('checkbox', { name: paper }).check();
}
