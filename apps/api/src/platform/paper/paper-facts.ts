// SPDX-License-Identifier: AGPL-3.0-or-later
import type { FormText, PersonText } from '@sportello/contracts';
import { CASE_KIND_RULES, formNumberOf } from '@sportello/domain';
import type { CaseRow, IdentityDocumentRow } from '../database/rows/case-row';
import type { SheetRow } from '../database/rows/sheet-row';
import type { Transaction } from '../database/transaction';
import { fullNameOf } from './holder-on-paper';
import { PaperFactsRepository } from './paper-facts.repository';

/** What form and receipt tell of a case that was identified. */
export interface IdentifiedCase {
  readonly row: CaseRow;
  readonly sheet: SheetRow;
  readonly document: IdentityDocumentRow;
}

/** Request and receipt as they are signed: by whom, in which quality, for which card. The operator is the one who identified, whoever prints. */
export async function applicationText(transaction: Transaction, { row, sheet, document }: IdentifiedCase): Promise<Omit<FormText, 'paper'>> {
  const { holder } = row;
  if (!holder) throw new Error('an identified case without its holder');
  return {
    formNumber: formNumberOf(row.number, row.year).value,
    receiptNumber: row.receiptNumber ?? '',
    kind: row.kind,
    purpose: row.purpose,
    duplicateReason: row.duplicateReason,
    mode: row.mode,
    holder: { fullName: fullNameOf(holder), sex: holder.sex, birthDate: holder.birthDate, birthPlace: holder.birthPlace ?? '', codiceFiscale: holder.codiceFiscale },
    applicant: applicantOf(row, document),
    card: { type: row.cardType, idCartaLast4: row.idCarta.slice(-4), expiresOn: holder.cardExpiresOn },
    document: { type: document.type, last4: document.number.slice(-4) },
    requestedAt: document.identifiedAt.toISOString(),
    controlNumber: sheet.controlNumber,
    operator: await transaction.repository(PaperFactsRepository).nameOf(document.identifiedBy),
  };
}

/** Who stood at the counter, when that was not the holder: as their own document names them. */
function applicantOf({ kind }: CaseRow, document: IdentityDocumentRow): FormText['applicant'] {
  const { applicant: quality } = CASE_KIND_RULES[kind];
  return quality === 'holder' ? null : { quality, ...personOnPaper(document) };
}

/** A document tells neither sex nor place of birth to the desk. */
export function personOnPaper({ person }: Pick<IdentityDocumentRow, 'person'>): PersonText {
  return { fullName: fullNameOf(person), sex: null, birthDate: person.birthDate, birthPlace: '', codiceFiscale: person.codiceFiscale ?? '' };
}
