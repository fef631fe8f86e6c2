// SPDX-License-Identifier: AGPL-3.0-or-later
/** Worth a look, recorded, and no reason to refuse. */
export const APPLICATION_WARNINGS = ['holder-document-expired', 'applicant-card-absent', 'age-turns-soon'] as const;

export type ApplicationWarning = (typeof APPLICATION_WARNINGS)[number];
