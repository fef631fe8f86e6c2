// SPDX-License-Identifier: AGPL-3.0-or-later
import type { DeskKind } from '../desk-kinds';
import type { ModeOfActivation } from '../modes-of-activation';

/** Who may come with a card. A kind that a card's age and the desk allow is proposed in this order. */
export const CASE_KINDS = [
  'holder',
  'parent-of-minor',
  'guardian-of-minor',
  'guardian-of-ward',
  'curator-of-ward',
  'support-administrator',
  'emancipated-minor',
  'health-delegate',
] as const;

export type CaseKind = (typeof CASE_KINDS)[number];

/** As which the person at the counter acts, whose identity is checked and whose document is recorded. */
export const APPLICANT_QUALITIES = ['holder', 'parent', 'guardian', 'curator', 'support-administrator', 'delegate'] as const;

export type ApplicantQuality = (typeof APPLICANT_QUALITIES)[number];

/** What the desk has in hand besides the cards. */
export const CASE_PAPERS = [
  'applicant-identity-document',
  /** The TS-CNS delegation form, filled and signed by the holder. */
  'delegation',
  /** A copy, of no validity asked: an expired one is a recorded warning. */
  'holder-document-copy',
  'appointment-decree',
  /** What emancipated the minor: marriage certificate or decree (art. 390 c.c.). */
  'emancipation-title',
  'other-parent-agreement',
  'minor-consent',
  'court-paper',
] as const;

export type CasePaper = (typeof CASE_PAPERS)[number];

/** `by-desk-kind`: seen by a public official, who records its details; whether another desk keeps a copy is configuration. */
export type PaperHandling = 'seen' | 'kept' | 'by-desk-kind';

export interface PaperAsked {
  readonly paper: CasePaper;
  readonly handling: PaperHandling;
}

/** What the applicant declares and signs (DPR 445/2000 art. 46 and 47). */
export const DECLARATIONS = ['parental-responsibility', 'guardianship', 'curatorship', 'support-administration', 'emancipation', 'loss-of-codes'] as const;

export type Declaration = (typeof DECLARATIONS)[number];

/** `form`: request, notice and receipt, in one. */
export const PRINTOUTS = ['envelope', 'form', 'self-declaration', 'leaflet'] as const;

export type Printout = (typeof PRINTOUTS)[number];

/** All that sets one kind of case apart from another: flows ask this row, and never the kind's name. */
export interface CaseKindRule {
  readonly kind: CaseKind;
  readonly applicant: ApplicantQuality;
  /** Age of the holder, in whole years in Europe/Rome at the moment of the act; `below` excludes itself. */
  readonly holderAge: { readonly atLeast: number; readonly below?: number };
  /** Whether the applicant shows their own card, too: absent, the reason is recorded. */
  readonly asksApplicantCard: boolean;
  readonly papers: readonly PaperAsked[];
  readonly declarations: readonly Declaration[];
  /** Whether number, date and court of the decree are recorded, and that its powers cover this act. */
  readonly asksDecree: boolean;
  /** Whether a supervisor approves before the codes are drawn. */
  readonly needsApproval: boolean;
  readonly deskKinds: readonly DeskKind[];
  readonly printouts: readonly Printout[];
  /** Stays with the card for good. */
  readonly mode: ModeOfActivation;
  /** Where the row comes from; `[I]` marks our inference, which a body may set otherwise. */
  readonly source: string;
}
