// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CertificateRevocationReason } from './revocation-reasons';
import type { IdentificationWay } from './identification-ways';

/** On whose behalf a certificate ends: the citizen's own word, that of who speaks for them, a relative's after a death, an office's, the desk's, or two supervisors' for a bad lot. */
export const REVOCATION_ASKERS = ['holder', 'representative', 'relative', 'issuer', 'desk', 'supervisors'] as const;

export type RevocationAsker = (typeof REVOCATION_ASKERS)[number];

export const REVOCATION_APPROVALS = ['none', 'supervisor', 'two-supervisors'] as const;

/** Who decides, besides who records: nobody, one supervisor who did not record it, or two after a dry run. */
export type RevocationApproval = (typeof REVOCATION_APPROVALS)[number];

export interface RevocationAskerRule {
  readonly ways: readonly IdentificationWay[];
  readonly reasons: readonly CertificateRevocationReason[];
  readonly approval: RevocationApproval;
  /** Where the row comes from; `[I]` marks our inference. */
  readonly source: string;
}

const CITIZENS_REASONS: readonly CertificateRevocationReason[] = ['theft', 'loss', 'code-compromise', 'malfunction', 'card-blocked', 'wrong-data', 'changed-data'];
const BY_CITIZENS = ['cip-by-phone', 'cip-on-public-page', 'card-at-desk', 'document-at-desk'] as const;

/** One row per asker: who may ask for a revocation, for what, and how they say who they are. */
export const REVOCATION_ASKER_RULES: Readonly<Record<RevocationAsker, RevocationAskerRule>> = {
  holder: { ways: BY_CITIZENS, reasons: CITIZENS_REASONS, approval: 'none', source: 'Regione Toscana, guide to TS-CNS, CIE and SPID' },
  // What more a representative brings is in the rows of the case kinds.
  representative: { ways: BY_CITIZENS, reasons: CITIZENS_REASONS, approval: 'none', source: 'the case kinds’ own sources' },
  relative: { ways: ['document-at-desk'], reasons: ['holder-death'], approval: 'supervisor', source: 'DPR 445/2000 art. 46 [I]' },
  issuer: { ways: ['official-act'], reasons: ['holder-death', 'code-compromise', 'wrong-data', 'changed-data', 'ex-officio'], approval: 'supervisor', source: '[I]' },
  desk: { ways: ['official-act'], reasons: ['wrong-delivery', 'lost-case'], approval: 'supervisor', source: '[I]' },
  supervisors: { ways: ['official-act'], reasons: ['bad-lot'], approval: 'two-supervisors', source: '[I]' },
};
