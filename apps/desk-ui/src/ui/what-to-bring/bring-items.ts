// SPDX-License-Identifier: AGPL-3.0-or-later
import { CASE_KIND_RULES, CASE_KINDS, whatToBring } from '@sportello/domain';
import type { CaseKind, CaseKindRule, CasePaper, CasePurpose, DeskKind } from '@sportello/domain';
import type { IconName } from '../icon/icon-names';

/** A line of the list; its words are `whatToBring.items.<id>`. */
export interface BringItem {
  readonly id: string;
  readonly icon: IconName;
}

const PAPER_ICONS: Readonly<Partial<Record<CasePaper, IconName>>> = { 'applicant-identity-document': 'it-user' };

/** What whoever comes as `rule` says brings along, and what is done here: cards, documents, papers, signatures, approval. */
export function bringItemsOf(rule: CaseKindRule, purpose: CasePurpose): readonly BringItem[] {
  return [
    { id: rule.applicant === 'holder' ? 'own-card' : 'holder-card', icon: 'it-card' },
    ...(rule.asksApplicantCard ? [{ id: 'applicant-card', icon: 'it-card' } as const] : []),
    ...rule.papers.map(({ paper }): BringItem => ({ id: paper, icon: PAPER_ICONS[paper] ?? 'it-file' })),
    ...whatToBring(rule.kind, purpose).declarations.map((declaration): BringItem => ({ id: declaration, icon: 'it-file-signed' })),
    { id: 'form', icon: 'it-file-signed' },
    ...(rule.needsApproval ? [{ id: 'approval', icon: 'it-clock' } as const] : []),
  ];
}

/** Who most likely asks: the first kind that a card of this age and this desk allow; without a card, the holder. */
export function kindAskedFor(holderAge: number | null, deskKind: DeskKind): CaseKind {
  const isFor = ({ holderAge: { atLeast, below }, deskKinds }: CaseKindRule) =>
    holderAge === null || (deskKinds.includes(deskKind) && holderAge >= atLeast && (below === undefined || holderAge < below));
  return CASE_KINDS.find((kind) => isFor(CASE_KIND_RULES[kind])) ?? 'holder';
}
