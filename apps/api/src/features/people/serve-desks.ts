// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Transaction } from '../../platform/database/transaction';
import { ServedDesksRepository } from '../../platform/people/served-desks.repository';

/** From now on the person serves these desks, and no other. */
export async function serveDesks(transaction: Transaction, operatorId: string, deskIds: readonly string[]): Promise<void> {
  const served = transaction.repository(ServedDesksRepository);
  await served.endOthers(operatorId, deskIds, transaction.now);
  for (const deskId of deskIds) await served.begin(transaction.newId(), operatorId, deskId, transaction.now);
}
