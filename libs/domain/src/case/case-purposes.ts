// SPDX-License-Identifier: AGPL-3.0-or-later
/** What a case is for: taking a card into use, or giving new codes to one that is in use. */
export const CASE_PURPOSES = ['activation', 'duplicate'] as const;

export type CasePurpose = (typeof CASE_PURPOSES)[number];

/** Why the codes of a card in use are drawn anew; the applicant signs for it. */
export const DUPLICATE_REASONS = ['pin-lost', 'puk-lost', 'envelope-lost', 'pin-blocked', 'cip-lost'] as const;

export type DuplicateReason = (typeof DUPLICATE_REASONS)[number];
