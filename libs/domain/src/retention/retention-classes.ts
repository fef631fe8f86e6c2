// SPDX-License-Identifier: AGPL-3.0-or-later
import { EVIDENCE_PAPERS } from '../evidence/evidence-papers';

/** What is kept for a time of its own: who was identified by which document, each paper's files, the visits without a case, the help desk's calls, and who asked for a revocation by what proof. */
export const RETENTION_CLASSES = ['identification', ...EVIDENCE_PAPERS, 'visit', 'call', 'revocation'] as const;

export type RetentionClass = (typeof RETENTION_CLASSES)[number];

export const RETENTION_STARTS = ['end-of-case', 'visit', 'end-of-call', 'end-of-request'] as const;

export interface RetentionRule {
  /** From when the days are reckoned. */
  readonly from: (typeof RETENTION_STARTS)[number];
  /**
   * Days, while the controller has said nothing else. No law says how long this evidence is kept (the twenty years of qualified certificates are not about these): each is a
   * proposal that stays marked as one, *da fissare dal titolare*.
   */
  readonly proposedDays: number;
}

const YEAR = 365;

export const RETENTION_RULES: Readonly<Record<RetentionClass, RetentionRule>> = {
  identification: { from: 'end-of-case', proposedDays: 10 * YEAR },
  'applicant-identity-document': { from: 'end-of-case', proposedDays: YEAR },
  delegation: { from: 'end-of-case', proposedDays: 10 * YEAR },
  'holder-document-copy': { from: 'end-of-case', proposedDays: 10 * YEAR },
  'appointment-decree': { from: 'end-of-case', proposedDays: 10 * YEAR },
  'emancipation-title': { from: 'end-of-case', proposedDays: 10 * YEAR },
  'other-parent-agreement': { from: 'end-of-case', proposedDays: 10 * YEAR },
  'minor-consent': { from: 'end-of-case', proposedDays: 10 * YEAR },
  'court-paper': { from: 'end-of-case', proposedDays: 10 * YEAR },
  'signed-form': { from: 'end-of-case', proposedDays: 10 * YEAR },
  visit: { from: 'visit', proposedDays: 2 * YEAR },
  call: { from: 'end-of-call', proposedDays: 2 * YEAR },
  revocation: { from: 'end-of-request', proposedDays: 10 * YEAR },
};

/** Shorter would erase what the desk still works with; longer than a century is a slip of the hand. */
export const RETENTION_DAYS = { least: 30, most: 36_500 } as const;
