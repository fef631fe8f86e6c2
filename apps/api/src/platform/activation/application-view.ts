// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CaseView } from '@sportello/contracts';
import { type BodyOptions, CASE_KIND_RULES, type CaseKind, type CaseNeeds, type LocalDate, ageOn, isOpenCase, localDateAt, needsOf, proposeKind, turnsSoon } from '@sportello/domain';
import type { SignedInOperator } from '../access/caller';
import type { CaseApplicationRow } from '../database/rows/case-application-row';
import type { CaseRow, IdentityDocumentRow } from '../database/rows/case-row';
import type { Transaction } from '../database/transaction';
import { parsedCardOf, stateAtDesk } from './card-on-desk';
import { CaseApplicationRepository } from './case-application.repository';
import type { FoundCase } from './case-view.repository';
import type { ApplicationStanding } from './offered-acts';
import { visitStillOpen } from './visit-still-open';

/** The part of a case's view that tells who came, and what is asked of them. */
type ApplicationPart = Pick<CaseView, 'offeredKinds' | 'needs' | 'applicant' | 'sameVisit' | 'warnings' | 'papersFiled'> & { readonly standing: Omit<ApplicationStanding, 'approval' | 'isDeferred'> };

export async function showApplication(transaction: Transaction, caller: SignedInOperator, found: FoundCase, options: BodyOptions): Promise<ApplicationPart> {
  const { row, document, stay } = found;
  const today = localDateAt(transaction.now);
  const applications = transaction.repository(CaseApplicationRepository);
  const application = document && (await applications.of(row.id));
  const birthDate = row.holder?.birthDate ?? (stay?.facts ? parsedCardOf(stay.facts).reading.data.birthDate : undefined);
  // Before the identification, away from its card, nobody knows the holder's age: what depends on it is shown when the card is back.
  const holderAge = birthDate === undefined ? 0 : ageOn(birthDate, today);
  const needs = needsOf(CASE_KIND_RULES[row.kind], { deskKind: caller.desk.kind, purpose: row.purpose, options, holderAge });
  const offeredKinds = row.state === 'recognised' ? kindsOf(found, caller, transaction.now) : [];
  const sameVisit = await sameVisitOf(transaction, caller, found);
  const filed = needs.declarations.length > 0 || document ? await applications.filedOf(row.id) : [];
  return {
    offeredKinds,
    needs: isOpenCase(row.state) ? needsView(needs) : null,
    applicant: stay && document && application ? applicantView(application, document) : null,
    sameVisit,
    warnings: application ? [...application.warnings] : warningsBefore(birthDate, today),
    papersFiled: filed.map(({ paper, at }) => ({ paper, at: at.toISOString() })),
    standing: {
      canKindChange: offeredKinds.length > 1,
      isSameVisit: sameVisit !== null,
      canGoOn: await canGoOn(transaction, caller, row),
      hasDeclarations: needs.declarations.length > 0,
    },
  };
}

/** Who may come with the card that is in the reader now. */
function kindsOf({ row, stay, cardState }: FoundCase, caller: SignedInOperator, now: Date): CaseKind[] {
  if (!stay?.facts) return [];
  const { idCarta, reading } = parsedCardOf(stay.facts);
  const facts = { kind: 'read', idCarta, personalData: reading.data, certificateNotAfter: new Date(stay.facts.certificate.notAfter), state: stateAtDesk(stay.facts, cardState) } as const;
  const proposal = proposeKind(facts, now, caller.desk.kind, row.purpose);
  return proposal.ok ? [...proposal.value.offered] : [];
}

async function sameVisitOf(transaction: Transaction, caller: SignedInOperator, { row, stay }: FoundCase): Promise<CaseView['sameVisit']> {
  if (row.state !== 'recognised' || row.visitCaseId === null || CASE_KIND_RULES[row.kind].applicant === 'holder') return null;
  const visit = await visitStillOpen(transaction, caller, row.visitCaseId);
  if (!visit) return null;
  const { surname, name } = visit.document.person;
  return { caseId: visit.row.id, number: visit.row.number, initials: visit.row.initials, quality: visit.application.quality, applicant: stay ? { surname, name } : null };
}

/** Whoever came for this holder may go on with another card, as long as the visit lasts. */
async function canGoOn(transaction: Transaction, caller: SignedInOperator, { id, state, kind }: CaseRow): Promise<boolean> {
  if ((state !== 'written' && state !== 'delivered') || CASE_KIND_RULES[kind].applicant === 'holder') return false;
  return (await visitStillOpen(transaction, caller, id)) !== undefined;
}

function needsView({ papers, declarations, printouts, ...needs }: CaseNeeds): NonNullable<CaseView['needs']> {
  return { ...needs, papers: papers.map((paper) => ({ ...paper })), declarations: [...declarations], printouts: [...printouts] };
}

function applicantView({ quality, cardState, cardAbsentReason }: CaseApplicationRow, { person }: IdentityDocumentRow): CaseView['applicant'] {
  if (quality === 'holder') return null;
  const { surname, name, birthDate, codiceFiscale } = person;
  return { quality, surname, name, birthDate, codiceFiscale, card: cardState ?? 'absent', absentReason: cardAbsentReason };
}

function warningsBefore(birthDate: LocalDate | undefined, today: LocalDate): CaseView['warnings'] {
  return birthDate !== undefined && turnsSoon(birthDate, today) ? ['age-turns-soon'] : [];
}
