// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect } from '@playwright/test';
import { caseWritten } from './case-so-far';
import type { Citizen, CitizenSide, Envelope } from './citizen-side';
import type { DeskPage } from './desk-page';

/** The least that it takes to hand an envelope over. */
const HAND_OVER_MS = 1_200;

/** A citizen went home with an active card, and opened the envelope. */
export async function cardDelivered(desk: DeskPage, citizens: CitizenSide): Promise<{ readonly citizen: Citizen; readonly envelope: Envelope; readonly cip: string }> {
  const { citizen, envelope } = await caseWritten(desk, citizens);
  await desk.page.waitForTimeout(HAND_OVER_MS);
  await desk.hands.scan(envelope.outerCode);
  await expect(desk.title).toHaveText('Consegnata');
  await citizens.pull();
  return { citizen, envelope, cip: await citizens.cipOf(envelope) };
}
