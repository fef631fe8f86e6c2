// SPDX-License-Identifier: AGPL-3.0-or-later
import { FULL_AGE, ageOn, birthdayOf } from '../../time/age';
import { daysBetween, isBefore } from '../../time/date-arithmetic';
import type { LocalDate } from '../../time/local-date';
import type { Application } from './application';
import type { CaseNeeds } from './needs';

/** Worth a look, recorded, and no reason to refuse. */
export const APPLICATION_WARNINGS = ['holder-document-expired', 'applicant-card-absent', 'age-turns-soon'] as const;

export type ApplicationWarning = (typeof APPLICATION_WARNINGS)[number];

/** From then on the application is the holder's own: whoever comes for a minor should know before they come again. */
const SOON_DAYS = 30;

/** What is recorded with an application that is good. */
export function warningsOf({ asksApplicantCard }: Pick<CaseNeeds, 'asksApplicantCard'>, { today, holder, card, delegation }: Pick<Application, 'today' | 'holder' | 'card' | 'delegation'>): readonly ApplicationWarning[] {
  const expiresOn = delegation?.holderDocumentExpiresOn;
  const found: readonly (readonly [ApplicationWarning, boolean])[] = [
    // Of the copy no validity is asked.
    ['holder-document-expired', expiresOn !== undefined && expiresOn !== 'none' && isBefore(expiresOn, today)],
    ['applicant-card-absent', asksApplicantCard && card?.state === 'absent'],
    ['age-turns-soon', turnsSoon(holder.birthDate, today)],
  ];
  return found.flatMap(([warning, isSo]) => (isSo ? [warning] : []));
}

/** A minor who is of full age within a month. */
export function turnsSoon(birthDate: LocalDate, today: LocalDate): boolean {
  return ageOn(birthDate, today) < FULL_AGE && daysBetween(today, birthdayOf(birthDate, FULL_AGE)) <= SOON_DAYS;
}
