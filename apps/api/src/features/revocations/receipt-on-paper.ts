// SPDX-License-Identifier: AGPL-3.0-or-later
import type { PaperText } from '@sportello/contracts';
import { requestNumberOf } from '@sportello/domain';
import type { SignedInOperator } from '../../platform/access/caller';
import type { Transaction } from '../../platform/database/transaction';
import { PaperFactsRepository } from '../../platform/paper/paper-facts.repository';
import { RevocationRepository } from '../../platform/revocation/revocation.repository';

/** What the receipt of a request says; undefined: it was not recorded at the caller's desk. */
export async function receiptOnPaper(transaction: Transaction, { desk }: SignedInOperator, id: string): Promise<Extract<PaperText, { readonly paper: 'revocation-receipt' }> | undefined> {
  const row = await transaction.repository(RevocationRepository).byId(id);
  if (!row || row.recordedBy === null || row.deskId !== desk.id) return undefined;
  return {
    paper: 'revocation-receipt',
    requestNumber: requestNumberOf(row.number, row.year).value,
    recordedAt: row.recordedAt.toISOString(),
    operator: await transaction.repository(PaperFactsRepository).nameOf(row.recordedBy),
    act: row.act,
    reason: row.reason,
    idCartaLast8: row.standing === 'identified' && row.idCarta !== null ? row.idCarta.slice(-8) : null,
    isDecided: row.state !== 'logged',
  };
}
