// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CaseState } from './case-states';

/** Why a case goes back to new codes, or ends although it had begun to print. */
export const CASE_CAUSES = [
  'approval-expired',
  'sheet-spoiled',
  'codes-died',
  'envelope-voided',
  'new-codes',
  'proof-invalid',
  'closed-by-supervisor',
  'envelope-opened',
  'envelope-illegible',
  'envelope-lost',
] as const;

export type CaseCause = (typeof CASE_CAUSES)[number];

export interface CaseTransition {
  readonly from: CaseState;
  readonly to: CaseState;
  /** The move is open only for one of these causes, which is recorded with it. */
  readonly causes?: readonly CaseCause[];
  /** The codes drawn so far end with this move: intent voided, blobs destroyed, sheet out of use. */
  readonly doCodesEnd?: true;
}

/** Every move that a case may make; what is not a row is forbidden. Print first, then write: a jam costs a sheet, never a card. */
export const CASE_TRANSITIONS: readonly CaseTransition[] = [
  { from: 'recognised', to: 'identified' },
  { from: 'recognised', to: 'refused' },
  { from: 'recognised', to: 'abandoned' },

  { from: 'identified', to: 'awaiting-approval' },
  { from: 'identified', to: 'authorised' },
  { from: 'identified', to: 'refused' },
  { from: 'identified', to: 'abandoned' },

  { from: 'awaiting-approval', to: 'authorised' },
  { from: 'awaiting-approval', to: 'refused' },
  { from: 'awaiting-approval', to: 'abandoned' },
  { from: 'awaiting-approval', to: 'identified', causes: ['approval-expired'] },

  { from: 'authorised', to: 'printing' },
  { from: 'authorised', to: 'refused' },
  { from: 'authorised', to: 'abandoned' },

  { from: 'printing', to: 'printed' },
  { from: 'printing', to: 'authorised', causes: ['sheet-spoiled', 'codes-died'], doCodesEnd: true },

  { from: 'printed', to: 'writing' },
  { from: 'printed', to: 'authorised', causes: ['envelope-voided'], doCodesEnd: true },
  { from: 'printed', to: 'abandoned', causes: ['envelope-voided'], doCodesEnd: true },

  { from: 'writing', to: 'written' },
  { from: 'writing', to: 'interrupted' },
  { from: 'writing', to: 'faulty', causes: ['proof-invalid'], doCodesEnd: true },

  { from: 'interrupted', to: 'writing' },
  { from: 'interrupted', to: 'authorised', causes: ['new-codes'], doCodesEnd: true },
  { from: 'interrupted', to: 'lost', causes: ['closed-by-supervisor'], doCodesEnd: true },

  { from: 'written', to: 'delivered' },
  { from: 'written', to: 'undelivered' },
  { from: 'written', to: 'authorised', causes: ['envelope-opened', 'envelope-illegible', 'envelope-lost'], doCodesEnd: true },

  { from: 'undelivered', to: 'delivered' },
  { from: 'undelivered', to: 'authorised', causes: ['new-codes', 'envelope-opened', 'envelope-illegible', 'envelope-lost'], doCodesEnd: true },
  { from: 'undelivered', to: 'lost', causes: ['closed-by-supervisor'], doCodesEnd: true },
];
