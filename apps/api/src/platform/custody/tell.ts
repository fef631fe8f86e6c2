// SPDX-License-Identifier: AGPL-3.0-or-later
import type { AuditEntry } from '../audit/audit-entry';
import type { Transaction } from '../database/transaction';
import type { Act } from '../idempotency/act';

/** Writes an act of custody at the caller's desk into the log. */
export function tell(transaction: Transaction, { actor, requestId, caller }: Act, act: AuditEntry['act'], details: NonNullable<AuditEntry['details']>): void {
  transaction.audit({ act, actor, requestId, deskId: caller.desk.id, details });
}
