// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect } from '@playwright/test';
import type { Citizen, CitizenSide } from './citizen-side';
import type { DeskPage } from './desk-page';
import { writtenDate } from './written-date';

/** A holder's card, and who comes with it. */
export interface Visit {
  readonly holder: Citizen;
  /** The holder, when nobody else comes. */
  readonly applicant: Citizen;
}

const DECLARATIONS: Readonly<Record<string, string>> = {
  'parent-of-minor': 'Responsabilità genitoriale',
  'guardian-of-minor': 'Nomina a tutore',
  'guardian-of-ward': 'Nomina a tutore',
  'curator-of-ward': 'Nomina a curatore',
  'support-administrator': 'Nomina ad amministratore di sostegno',
  'emancipated-minor': 'Emancipazione',
};

/** The applicant's card goes into the second reader, where they are asked for one, and the holder's into the citizens'. */
export async function comesToTheDesk(citizens: CitizenSide, { holder, applicant }: Visit): Promise<void> {
  if (applicant !== holder && holder.visit?.kind !== 'health-delegate') await citizens.insert(applicant, 'operator');
  await citizens.insert(holder);
}

/** *Chi è venuto?*: chosen, unless it is proposed. */
export async function choosesKind(desk: DeskPage, kind: string): Promise<void> {
  await desk.page.getByRole('radio', { name: kind, exact: true }).check();
  await expect(desk.page.getByRole('main').getByText(new RegExp(`^(Attivazione|Duplicato PIN/PUK) · ${kind.replace(/[()]/g, '\\$&')}$`))).toBeVisible();
}

/** All that the kind asks for, besides a look at the face: document by its zone, signed declaration, decree, delegation, title. */
export async function putsPapersDown(desk: DeskPage, { holder, applicant }: Visit): Promise<void> {
  await desk.hands.scan(...applicant.document.mrz);
  await expect(desk.page.getByText(/^Banda MRZ letta alle/)).toBeVisible();
  await desk.field('Data di rilascio').fill(writtenDate(applicant.document.issuedOn));
  const { kind, decree, delegation, emancipationTitle } = holder.visit ?? {};
  if (decree) {
    const part = desk.page.getByRole('group', { name: 'Decreto di nomina' });
    await part.getByLabel('Numero').fill(decree.number);
    await part.getByLabel('Data').fill(writtenDate(decree.issuedOn));
    await part.getByLabel('Tribunale').fill(decree.court);
    await hasInHand(desk, 'I poteri coprono questo atto');
  }
  if (delegation) {
    await desk.field('Firmata il').fill(writtenDate(delegation.signedOn));
    const copy = desk.page.getByRole('group', { name: 'Copia del documento del titolare' });
    await copy.getByLabel('Numero').fill(delegation.holderDocument.number);
    await copy.getByLabel('Scadenza').fill(writtenDate(delegation.holderDocument.expiresOn));
    await hasInHand(desk, 'Il titolare dichiara un impedimento', 'Originale della delega', 'Copia del documento del titolare');
  }
  if (emancipationTitle) await desk.field('Che cos’è, di chi, numero e data').fill(emancipationTitle);
  const declaration = DECLARATIONS[kind ?? ''];
  if (declaration) await hasInHand(desk, declaration);
}

/** A paper, or a signed declaration. */
export async function hasInHand(desk: DeskPage, ...papers: readonly string[]): Promise<void> {
  for (const paper of papers) await desk.page.getByRole('checkbox', { name: paper }).check();
}
