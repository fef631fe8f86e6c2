// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CaseView, IdentificationRequest } from '@sportello/contracts';
import { type CaseKind, existingDate } from '@sportello/domain';
import { identification } from './operator-client';
import type { CardWish, TestCard } from './test-cards';

/** Of every kind: whose card it is, and who comes with it (nobody else: the holder). The desk's day is in November 2026. */
export const VISITS: Readonly<Record<CaseKind, { readonly holder: CardWish; readonly applicant: CardWish | null }>> = {
  holder: { holder: {}, applicant: null },
  'parent-of-minor': { holder: { surname: 'LELLI', name: 'NINA', birthDate: existingDate(2015, 4, 9) }, applicant: { surname: 'BRUNI', name: 'SARA', birthDate: existingDate(1984, 6, 2) } },
  'guardian-of-minor': { holder: { surname: 'FIORE', name: 'IDA', birthDate: existingDate(2012, 8, 21) }, applicant: { surname: 'TESI', name: 'ALDO', sex: 'M', birthDate: existingDate(1971, 2, 3) } },
  'guardian-of-ward': { holder: { surname: 'DOLCI', name: 'PIA', birthDate: existingDate(1948, 2, 17) }, applicant: { surname: 'NESI', name: 'CARLA', birthDate: existingDate(1975, 12, 30) } },
  'curator-of-ward': { holder: { surname: 'POLI', name: 'TEA', birthDate: existingDate(1955, 7, 14) }, applicant: { surname: 'VANNI', name: 'REMO', sex: 'M', birthDate: existingDate(1969, 5, 5) } },
  'support-administrator': { holder: { surname: 'MORI', name: 'ADA', birthDate: existingDate(1951, 11, 1) }, applicant: { surname: 'CIONI', name: 'LIA', birthDate: existingDate(1980, 9, 9) } },
  'emancipated-minor': { holder: { surname: 'RENZI', name: 'LEA', birthDate: existingDate(2009, 1, 20) }, applicant: null },
  'health-delegate': { holder: { surname: 'GORI', name: 'UGO', sex: 'M', birthDate: existingDate(1939, 3, 3) }, applicant: { surname: 'GORI', name: 'ELSA', birthDate: existingDate(1968, 10, 28) } },
};

type Wish = Partial<Omit<IdentificationRequest, 'revision'>>;

/** What an operator fills in when all that the case asks for lies on the counter; `stay` of the applicant's card in the second reader, or nothing shown. */
export function application(view: CaseView, applicant: TestCard | null, stay: string | null = null, wish: Wish = {}): IdentificationRequest {
  const { needs } = view;
  if (!needs) throw new Error('a case that has ended asks for nothing');
  const person = applicant && { ...pick(applicant), codiceFiscale: applicant.holder.codiceFiscale.value };
  return identification(view, {
    ...(person && { person }),
    ...(needs.asksApplicantCard && { applicantCard: stay === null ? { state: 'absent', reason: 'forgotten', note: null } : { state: 'presented', insertionId: stay } }),
    papers: needs.papers,
    declarations: needs.declarations,
    ...(needs.asksDecree && { decree: { number: '412/2024', issuedOn: '2024-03-01', court: 'Tribunale di Massa', coversAct: true } }),
    ...(applicant && needs.papers.some(({ paper }) => paper === 'delegation') && { delegation: delegationOf(applicant) }),
    ...(needs.papers.some(({ paper }) => paper === 'emancipation-title') && { emancipationTitle: 'Comune di Massa, atto di matrimonio 12/2026' }),
    ...wish,
  });
}

export function delegationOf(delegate: TestCard): NonNullable<IdentificationRequest['delegation']> {
  const { surname, name } = pick(delegate);
  return { delegate: { surname, name }, signedOn: '2026-11-20', isImpedimentDeclared: true, holderDocument: { type: 'cie', number: 'CB54321AA', expiresOn: '2031-03-03' } };
}

function pick({ holder: { surname, name, birthDate } }: TestCard) {
  return { surname, name, birthDate };
}
