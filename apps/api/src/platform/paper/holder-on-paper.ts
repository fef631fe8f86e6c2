// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Outcome, accept, refuse } from '@sportello/domain';
import { type HolderEvidence, parsedCardOf } from '../activation/card-on-desk';
import { ReaderRepository } from '../activation/reader.repository';
import type { CaseRow } from '../database/rows/case-row';
import type { Transaction } from '../database/transaction';
import type { Refusal } from '../problems/refusal';
import type { StationChoice } from '../stations/station-choice';

type HolderOnPaper = Omit<HolderEvidence, 'birthPlace'> & { readonly birthPlace: string };

/** Whom the case's papers name: the evidence from the identification on; before it, only the card in the reader knows. */
export async function holderOnPaper(transaction: Transaction, row: CaseRow, at: StationChoice): Promise<Outcome<HolderOnPaper, Refusal>> {
  if (row.holder) return accept({ ...row.holder, birthPlace: row.holder.birthPlace ?? '' });
  const stay = await transaction.repository(ReaderRepository).recognisedAt({ deskId: row.deskId, at }, row.idCarta, transaction.now);
  if (!stay?.facts) return refuse({ kind: 'no-card' });
  const { data } = parsedCardOf(stay.facts).reading;
  return accept({
    surname: data.surname,
    name: data.name,
    birthDate: data.birthDate,
    birthPlace: stay.facts.birthPlace ?? '',
    sex: data.sex,
    codiceFiscale: data.codiceFiscale.value,
    cardExpiresOn: data.expiresOn,
  });
}

export function fullNameOf({ surname, name }: { readonly surname: string; readonly name: string }): string {
  return `${surname} ${name}`.trim();
}
