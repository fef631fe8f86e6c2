// SPDX-License-Identifier: AGPL-3.0-or-later
import type { AuditSubject } from '../../platform/audit/audit-entry';

/** Whose account somebody wanted to open, when there is such a one: the log says it, and keeps what concerns an administrator apart. */
export function accountOf(operatorId: string | null | undefined): { readonly subject?: AuditSubject } {
  return operatorId ? { subject: { kind: 'operator', id: operatorId } } : {};
}
