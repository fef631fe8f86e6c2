// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CaseView, REFUSAL_REASONS } from '@sportello/contracts';

export type RefusalReason = (typeof REFUSAL_REASONS)[number];

type Needs = NonNullable<CaseView['needs']>;

/** Every reason of the contract, checked by the compiler, and of which cases it can be one; in the order in which they are offered. */
const APPLIES: Readonly<Record<RefusalReason, (needs: Needs | null) => boolean>> = {
  'document-expired': always,
  'paper-id': always,
  'document-not-accepted': always,
  'document-photo': always,
  'document-loss-report': always,
  'document-is-card': always,
  'document-incomplete': always,
  'stp-eni': always,
  'decision-missing': always,
  'face-not-confirmed': always,
  'applicant-not-adult': (needs) => needs !== null && needs.applicant !== 'holder',
  'delegation-names-another': (needs) => needs?.applicant === 'delegate',
  'paper-missing': (needs) => needs !== null && (needs.papers.length > 1 || needs.declarations.length > 0),
  'own-card': always,
};

function always(): boolean {
  return true;
}

/** Why a case may be refused, by what its kind asks for. */
export function refusalReasonsFor(needs: CaseView['needs']): readonly RefusalReason[] {
  return (Object.keys(APPLIES) as RefusalReason[]).filter((reason) => APPLIES[reason](needs));
}
