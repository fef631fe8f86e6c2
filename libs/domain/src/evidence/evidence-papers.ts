// SPDX-License-Identifier: AGPL-3.0-or-later
import { CASE_PAPERS } from '../case/case-kinds/case-kind';

/** The papers of which a case may keep a file: those that its kind names, and the form that the citizen signed. */
export const EVIDENCE_PAPERS = [...CASE_PAPERS, 'signed-form'] as const;

export type EvidencePaper = (typeof EVIDENCE_PAPERS)[number];

/** What a file may be; its content says so, never its name. */
export const EVIDENCE_TYPES = ['pdf', 'jpeg', 'png'] as const;

export type EvidenceType = (typeof EVIDENCE_TYPES)[number];

/** Why a file is taken back: from a list, since a reason in somebody's own words would tell of a person for as long as the row stands. */
export const WITHDRAWAL_REASONS = ['wrong-paper', 'another-person', 'unreadable', 'added-twice'] as const;

export type WithdrawalReason = (typeof WITHDRAWAL_REASONS)[number];
