// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect } from '@playwright/test';
import { expectAccessible } from './accessibility';
import type { CitizenSide, Envelope } from './citizen-side';
import type { DeskPage } from './desk-page';

/** Nothing is missing any more: axe finds nothing, and Enter identifies. */
export async function identify(desk: DeskPage, state: string): Promise<void> {
  await expect(desk.page.getByText('Non manca nulla')).toBeVisible();
  await expectAccessible(desk.page, state);
  await desk.hands.press('Enter');
}

/** From the awaited envelope to the signed form: its code is scanned, the chip written, and the form says that it changed hands. */
export async function write(desk: DeskPage, citizens: CitizenSide): Promise<Envelope> {
  const envelope = await citizens.envelope(await desk.awaitedSheet());
  await desk.hands.scan(envelope.outerCode);
  await expect(desk.title).toHaveText(`Consegna la busta ${envelope.controlNumber}`);
  return envelope;
}

export async function handOver(desk: DeskPage): Promise<void> {
  await desk.hands.scan(await desk.formNumber());
  await expect(desk.title).toHaveText('Consegnata');
}
