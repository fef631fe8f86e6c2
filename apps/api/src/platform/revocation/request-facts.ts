// SPDX-License-Identifier: AGPL-3.0-or-later
import { requestNumberOf } from '@sportello/domain';
import type { AuditEntry } from '../audit/audit-entry';

/** As it was read to the caller. */
export function requestNumber({ number, year }: { readonly number: number; readonly year: number }): string {
  return requestNumberOf(number, year).value;
}

/** What every row of the log about a request on its way says: nobody acts but the installation. */
export function requestFacts({ requestId, deskId }: { readonly requestId: string; readonly deskId: string | null }): Pick<AuditEntry, 'actor' | 'requestId' | 'subject' | 'deskId'> {
  return { actor: { kind: 'installation' }, requestId: null, subject: { kind: 'revocation', id: requestId }, ...(deskId !== null && { deskId }) };
}
