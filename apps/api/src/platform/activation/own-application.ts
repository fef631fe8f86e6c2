// SPDX-License-Identifier: AGPL-3.0-or-later
import { CASE_KIND_RULES, type PersonOnPaper, isPersonOfCode, parseCodiceFiscale, parseLocalDate } from '@sportello/domain';
import type { CaseRow, IdentityDocumentRow } from '../database/rows/case-row';
import type { Transaction } from '../database/transaction';
import { CaseApplicationRepository } from './case-application.repository';
import { CorrectionRepository } from './correction.repository';
import { correctedDocument } from './corrections';
import { isOwnCard } from './own-card';

/** Whether somebody of the staff is who came for the holder: a colleague identified them, and they do not go on with it themselves, nor approve it. Without a recorded code nobody is. */
export async function isOwnApplication(transaction: Transaction, codiceFiscale: string | null, { id, kind }: CaseRow): Promise<boolean> {
  if (codiceFiscale === null || CASE_KIND_RULES[kind].applicant === 'holder') return false;
  const visit = await transaction.repository(CaseApplicationRepository).visitOf(id);
  if (!visit) return false;
  const { application, document } = visit;
  if (application.cardCodiceFiscale !== null && isOwnCard(codiceFiscale, application.cardCodiceFiscale)) return true;
  const own = parseCodiceFiscale(codiceFiscale);
  if (!own.ok) return false;
  // As taken down or as corrected: no correction makes a person another's.
  const corrected = correctedDocument(document, await transaction.repository(CorrectionRepository).of(id));
  return [document, corrected].some(({ person }) => isPersonOfCode(own.value, onPaper(person)));
}

function onPaper({ codiceFiscale, birthDate, ...names }: IdentityDocumentRow['person']): PersonOnPaper {
  const [code, date] = [parseCodiceFiscale(codiceFiscale ?? ''), parseLocalDate(birthDate)];
  return { ...names, birthDate: date.ok ? date.value : undefined, codiceFiscale: code.ok ? code.value : undefined };
}
