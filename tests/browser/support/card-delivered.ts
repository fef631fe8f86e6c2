// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect } from '@playwright/test';
import { caseWritten } from './case-so-far';
import type { Citizen, CitizenSide, Envelope } from './citizen-side';
import type { DeskPage } from './desk-page';
import { handOver } from './hand-over';

/** A citizen went home with an active card, and opened the envelope. */
export async function cardDelivered(desk: DeskPage, citizens: CitizenSide): Promise<{ readonly citizen: Citizen; readonly envelope: Envelope; readonly cip: string }> {
  const { citizen, envelope } = await caseWritten(desk, citizens);
  await handOver(desk.page);
  await desk.hands.scan(envelope.outerCode);
  await expect(desk.title).toHaveText('Consegnata');
  await citizens.pull();
  return { citizen, envelope, cip: await citizens.cipOf(envelope) };
}
