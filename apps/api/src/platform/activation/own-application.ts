// SPDX-License-Identifier: AGPL-3.0-or-later
import { CASE_KIND_RULES, isPersonOfCode, parseCodiceFiscale, parseLocalDate } from '@sportello/domain';
import type { CaseRow } from '../database/rows/case-row';
import type { Transaction } from '../database/transaction';
import { CaseApplicationRepository } from './case-application.repository';
import { isOwnCard } from './own-card';

/** Whether somebody of the staff is who came for the holder: a colleague identified them, and they do not go on with it themselves, nor approve it. Without a recorded code nobody is. */
export async function isOwnApplication(transaction: Transaction, codiceFiscale: string | null, { id, kind }: CaseRow): Promise<boolean> {
  if (codiceFiscale === null || CASE_KIND_RULES[kind].applicant === 'holder') return false;
  const visit = await transaction.repository(CaseApplicationRepository).visitOf(id);
  if (!visit) return false;
  const { application, document } = visit;
  if (application.cardCodiceFiscale !== null && isOwnCard(codiceFiscale, application.cardCodiceFiscale)) return true;
  const [own, told, birthDate] = [parseCodiceFiscale(codiceFiscale), parseCodiceFiscale(document.person.codiceFiscale ?? ''), parseLocalDate(document.person.birthDate)];
  if (!own.ok) return false;
  return isPersonOfCode(own.value, { ...document.person, birthDate: birthDate.ok ? birthDate.value : undefined, codiceFiscale: told.ok ? told.value : undefined });
}
