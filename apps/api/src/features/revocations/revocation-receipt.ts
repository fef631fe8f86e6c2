// SPDX-License-Identifier: AGPL-3.0-or-later
import type { RevocationReceipt } from '@sportello/contracts';
import { requestNumberOf, spokenGroups } from '@sportello/domain';
import type { RevocationRequestRow } from '../../platform/database/rows/revocation-row';
import type { Transaction } from '../../platform/database/transaction';
import { NewRequestRepository } from '../../platform/revocation/new-request.repository';
import { RevocationRepository } from '../../platform/revocation/revocation.repository';

/** What is read to whoever asked. Of a card that nobody proved to be theirs they are told nothing, not even that it is known here. */
export function receiptOf({ id, year, number, recordedAt, act, reason, standing, state, idCarta, isOutOfHours }: RevocationRequestRow): RevocationReceipt {
  const requestNumber = requestNumberOf(number, year);
  return {
    id,
    number: requestNumber.value,
    spoken: [...spokenGroups(requestNumber)],
    recordedAt: recordedAt.toISOString(),
    act,
    reason,
    standing,
    state,
    idCartaLast8: standing === 'identified' && idCarta !== null ? idCarta.slice(-8) : null,
    isOutOfHours,
  };
}

export async function showReceipt(transaction: Transaction, requestId: string): Promise<RevocationReceipt> {
  const row = transaction.repository(NewRequestRepository).justRecorded(requestId) ?? (await transaction.repository(RevocationRepository).byId(requestId));
  if (!row) throw new Error('a request that was recorded cannot be shown');
  return receiptOf(row);
}
