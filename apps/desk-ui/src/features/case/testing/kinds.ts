// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CardInReader, CaseNeedsView, CaseView } from '@sportello/contracts';
import { card, caseView, holder, recognised } from '../../../testing/fixtures';

/** What a case asks for, beginning with what every kind does. */
export function needs(changes: Partial<CaseNeedsView> = {}): CaseNeedsView {
  const papers = [{ paper: 'applicant-identity-document', handling: 'seen' } as const];
  return { applicant: 'holder', asksApplicantCard: false, papers, declarations: [], asksDecree: false, needsApproval: false, printouts: ['envelope', 'form'], ...changes };
}

export const PARENT_NEEDS = needs({ applicant: 'parent', asksApplicantCard: true, declarations: ['parental-responsibility'] });

export function parentCase(changes: Partial<CaseView> = {}): CaseView {
  const offered = { kind: 'parent-of-minor', offeredKinds: ['parent-of-minor', 'guardian-of-minor'], mode: 'parental' } as const;
  return caseView('recognised', { ...offered, offeredKinds: [...offered.offeredKinds], needs: PARENT_NEEDS, acts: ['identify', 'change-kind', 'print-self-declaration', 'refuse', 'abandon'], ...changes });
}

export const PARENT_INSERTION = '0191f2a0-0000-7000-8000-0000000000ee';

/** The mother's card, in the second reader. */
export function parentsCard(): CardInReader {
  const mother = holder({ surname: 'BIANCHI', name: 'ANNA', birthDate: '1984-03-02', codiceFiscale: 'BNCNNA84C42H501E', age: 42 });
  return recognised({ insertionId: PARENT_INSERTION, openCaseId: null, card: card({ idCarta: '6090412077350001', holder: mother }) });
}
