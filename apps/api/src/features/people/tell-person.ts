// SPDX-License-Identifier: AGPL-3.0-or-later
import type { AuditEntry } from '../../platform/audit/audit-entry';
import type { Transaction } from '../../platform/database/transaction';
import type { Act } from '../../platform/idempotency/act';

/** Writes what an administrator did about a person into the log: ids, roles and states; names and codes as commitments alone. */
export function tellPerson(
  transaction: Transaction,
  { actor, requestId, caller }: Act,
  act: AuditEntry['act'],
  operatorId: string,
  told: Pick<AuditEntry, 'details' | 'change' | 'personal'> = {},
): void {
  transaction.audit({ act, actor, requestId, deskId: caller.desk.id, subject: { kind: 'operator', id: operatorId }, ...told });
}
