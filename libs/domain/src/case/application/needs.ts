// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ApplicantQuality, CaseKindRule, CasePaper, Declaration, PaperAsked, Printout } from '../case-kinds/case-kind';
import type { CasePurpose } from '../case-purposes';
import type { DeskKind } from '../desk-kinds';
import type { BodyOptions } from './body-options';

/** What a minor of this age may consent to is theirs to say, where the body asks for it. */
const AGE_OF_OWN_CONSENT = 14;

/** A paper asked for, and what becomes of it at this desk. */
export interface PaperNeeded {
  readonly paper: CasePaper;
  readonly handling: 'seen' | 'kept';
}

/** What one case asks for, at its desk, under its body's options, for its purpose. */
export interface CaseNeeds {
  readonly applicant: ApplicantQuality;
  readonly asksApplicantCard: boolean;
  readonly papers: readonly PaperNeeded[];
  readonly declarations: readonly Declaration[];
  readonly asksDecree: boolean;
  readonly needsApproval: boolean;
  readonly printouts: readonly Printout[];
}

/** What the needs of a case follow from, besides its kind's row. */
export interface CaseCircumstances {
  readonly deskKind: DeskKind;
  readonly purpose: CasePurpose;
  readonly options: BodyOptions;
  /** In whole years, at the moment of the act. */
  readonly holderAge: number;
}

/** The row of the rule book, resolved: nothing in it is left to a desk's custom. */
export function needsOf(rule: CaseKindRule, circumstances: CaseCircumstances): CaseNeeds {
  const { deskKind, purpose, options } = circumstances;
  const papers = [...rule.papers, ...papersByOption(rule, circumstances)];
  const isDuplicate = purpose === 'duplicate';
  return {
    applicant: rule.applicant,
    asksApplicantCard: rule.asksApplicantCard,
    papers: papers.map(({ paper, handling }) => ({ paper, handling: handling === 'by-desk-kind' ? (options.copyKeptAt.includes(deskKind) ? 'kept' : 'seen') : handling })),
    // Whoever asks for new codes, the holder too, signs that the old ones are gone.
    declarations: isDuplicate ? [...rule.declarations, 'loss-of-codes'] : rule.declarations,
    asksDecree: rule.asksDecree,
    needsApproval: rule.needsApproval,
    printouts: isDuplicate && !rule.printouts.includes('self-declaration') ? [...rule.printouts, 'self-declaration'] : rule.printouts,
  };
}

function papersByOption({ applicant, holderAge: { below } }: CaseKindRule, { options, holderAge }: CaseCircumstances): readonly PaperAsked[] {
  const isOfMinor = below !== undefined && applicant !== 'holder';
  const asked: readonly (readonly [boolean, PaperAsked])[] = [
    [options.asksMinorConsent && isOfMinor && holderAge >= AGE_OF_OWN_CONSENT, { paper: 'minor-consent', handling: 'kept' }],
    [options.asksOtherParentAgreement && applicant === 'parent', { paper: 'other-parent-agreement', handling: 'kept' }],
    [options.asksCourtPaper && (applicant === 'guardian' || applicant === 'curator'), { paper: 'court-paper', handling: 'seen' }],
  ];
  return asked.flatMap(([isAsked, paper]) => (isAsked ? [paper] : []));
}
