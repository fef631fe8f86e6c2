// SPDX-License-Identifier: AGPL-3.0-or-later
import { StartRefused } from '../../config/environment';
import type { DeskRow } from '../../platform/database/rows/desk-row';
import type { Transaction } from '../../platform/database/transaction';
import { ProvisioningRepository } from './provisioning.repository';

/** @throws StartRefused when nobody made the desk. */
export async function deskCoded(transaction: Transaction, code: string): Promise<DeskRow> {
  const desk = await transaction.repository(ProvisioningRepository).deskCoded(code);
  if (!desk) throw new StartRefused(`The file names the desk "${code}", which nobody made.`);
  return desk;
}
