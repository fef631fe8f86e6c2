// SPDX-License-Identifier: AGPL-3.0-or-later
import type { SignedInOperator } from '../access/caller';
import type { CaseRow } from '../database/rows/case-row';
import type { Transaction } from '../database/transaction';
import { parsedCardOf } from './card-on-desk';
import { isOwnCard } from './own-card';
import { ANY_STATION } from '../stations/station-choice';
import { ReaderRepository } from './reader.repository';

/** Whether the case is about the caller's own card: by its evidence, or, before the identification, by the card while it is in a reader. */
export async function isOwnCase(transaction: Transaction, { operator }: SignedInOperator, { holder, deskId, idCarta }: CaseRow): Promise<boolean> {
  const code = holder?.codiceFiscale ?? (await codeOnCard(transaction, deskId, idCarta));
  return code !== undefined && isOwnCard(operator.codiceFiscale, code);
}

async function codeOnCard(transaction: Transaction, deskId: string, idCarta: string): Promise<string | undefined> {
  const stay = await transaction.repository(ReaderRepository).recognisedAt({ deskId, at: ANY_STATION }, idCarta, transaction.now);
  return stay?.facts ? parsedCardOf(stay.facts).reading.data.codiceFiscale.value : undefined;
}
