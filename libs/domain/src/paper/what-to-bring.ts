// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CaseKind, CasePaper, Declaration } from '../case/case-kinds/case-kind';
import { CASE_KIND_RULES } from '../case/case-kinds/case-kind-rules';
import type { CasePurpose } from '../case/case-purposes';
import type { DeskKind } from '../case/desk-kinds';

/** What somebody has in hand when they come. */
export type ThingToBring = 'holder-card' | 'applicant-card' | CasePaper;

export const THINGS_TO_BRING = [
  'holder-card',
  'applicant-card',
  'applicant-identity-document',
  'delegation',
  'holder-document-copy',
  'appointment-decree',
  'emancipation-title',
  'other-parent-agreement',
  'minor-consent',
  'court-paper',
] as const satisfies readonly ThingToBring[];

/** What to say to somebody who asks in the queue: what they bring, what they sign here, and what else to know. */
export interface WhatToBring {
  readonly things: readonly ThingToBring[];
  /** Signed at the desk: nobody has to bring them. */
  readonly declarations: readonly Declaration[];
  readonly needsApproval: boolean;
  readonly deskKinds: readonly DeskKind[];
}

/** The answer for a kind of case, out of its row. */
export function whatToBring(kind: CaseKind, purpose: CasePurpose): WhatToBring {
  const { asksApplicantCard, papers, declarations, needsApproval, deskKinds } = CASE_KIND_RULES[kind];
  return {
    things: ['holder-card', ...(asksApplicantCard ? (['applicant-card'] as const) : []), ...papers.map(({ paper }) => paper)],
    declarations: purpose === 'duplicate' ? [...declarations, 'loss-of-codes'] : declarations,
    needsApproval,
    deskKinds,
  };
}
