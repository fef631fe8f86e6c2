// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect } from '@playwright/test';
import type { Citizen, CitizenSide, Envelope } from './citizen-side';
import type { DeskPage } from './desk-page';

interface CaseSoFar {
  readonly citizen: Citizen;
  readonly envelope: Envelope;
}

/** A citizen's card is in, and everything about the document is typed. */
export async function caseReadyToPrint(desk: DeskPage, citizens: CitizenSide): Promise<Citizen> {
  const citizen = await citizens.comes();
  await citizens.insert(citizen);
  await desk.fillDocument(citizen);
  await expect(desk.page.getByText('Non manca nulla')).toBeVisible();
  return citizen;
}

/** The envelope lies in the tray, and the desk waits for its outer code. */
export async function caseWithEnvelope(desk: DeskPage, citizens: CitizenSide): Promise<CaseSoFar> {
  const citizen = await caseReadyToPrint(desk, citizens);
  await desk.hands.press('Enter');
  const envelope = await citizens.envelope(await desk.awaitedSheet());
  await expect(desk.page.getByText(`Busta ${envelope.controlNumber} stampata`)).toBeVisible();
  return { citizen, envelope };
}

/** The card is active, and the envelope is to be handed over. */
export async function caseWritten(desk: DeskPage, citizens: CitizenSide): Promise<CaseSoFar> {
  const soFar = await caseWithEnvelope(desk, citizens);
  await desk.hands.scan(soFar.envelope.outerCode);
  await expect(desk.title).toHaveText(`Consegna la busta ${soFar.envelope.controlNumber}`);
  return soFar;
}
