// SPDX-License-Identifier: AGPL-3.0-or-later
import type { RevocationState } from '@sportello/domain';
import type { RevocationRequestRow } from '../database/rows/revocation-row';
import type { Doer } from '../idempotency/act';
import type { AuditEntry } from '../audit/audit-entry';
import type { Transaction } from '../database/transaction';
import { advanceRevocation } from './advance-revocation';
import type { RevocationChanges } from './revocation.repository';

/** What goes to the authority and comes back is nobody's act. */
export const INSTALLATION: Doer = { actor: { kind: 'installation' }, requestId: null };

/** Leads a request, which the caller holds, through states, one after the other. @throws on a move that the table does not have: which one it is has been judged before */
export async function leadTo(transaction: Transaction, held: RevocationRequestRow, states: readonly RevocationState[], details: NonNullable<AuditEntry['details']>, changes: RevocationChanges = {}): Promise<void> {
  let row = held;
  for (const to of states) {
    const moved = await advanceRevocation(transaction, INSTALLATION, row, { to, details, changes });
    if (!moved.ok) throw new Error(`a request does not go from ${row.state} to ${to}`);
    row = moved.value;
  }
}
