// SPDX-License-Identifier: AGPL-3.0-or-later
import type { DeskKind } from '../desk-kinds';
import type { ModeOfActivation } from '../modes-of-activation';

/** Who may come with a card. */
export const CASE_KINDS = ['holder'] as const;

export type CaseKind = (typeof CASE_KINDS)[number];

/** What the desk must have in hand before it goes on. */
export type Paper = 'holder-card' | 'holder-identity-document';

export type Printout = 'envelope' | 'form';

/** All that sets one kind of case apart from another: flows ask this row, and never the kind's name. */
export interface CaseKindRule {
  readonly kind: CaseKind;
  /** Whose identity is checked at the counter, and whose document is recorded. */
  readonly identified: 'holder';
  /** Age of the holder, in whole years in Europe/Rome at the moment of the act. */
  readonly holderAge: { readonly atLeast: number };
  readonly papers: readonly Paper[];
  /** Whether a supervisor approves before the codes are drawn. */
  readonly needsApproval: boolean;
  readonly deskKinds: readonly DeskKind[];
  readonly printouts: readonly Printout[];
  readonly mode: ModeOfActivation;
}
