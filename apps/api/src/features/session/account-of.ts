// SPDX-License-Identifier: AGPL-3.0-or-later
import type { AuditEntry } from '../../platform/audit/audit-entry';
import type { OperatorRow } from '../../platform/database/rows/operator-row';

/** Whose account somebody wanted to open, when there is such a one: the log says it with the person's home desk, so that its supervisors see it, and keeps what concerns an administrator apart. */
export function accountOf(account: Pick<OperatorRow, 'id' | 'deskId'> | null | undefined): Pick<AuditEntry, 'subject' | 'deskId'> {
  return account ? { subject: { kind: 'operator', id: account.id }, deskId: account.deskId } : {};
}
