// SPDX-License-Identifier: AGPL-3.0-or-later
/** Reasons for a revocation, RFC 5280 §5.3.1, by their names in CRLReason; those that this desk uses. */
export const CRL_REASONS = {
  keyCompromise: 1,
  affiliationChanged: 3,
  superseded: 4,
  cessationOfOperation: 5,
  certificateHold: 6,
  removeFromCRL: 8,
  privilegeWithdrawn: 9,
} as const;

export type CrlReason = keyof typeof CRL_REASONS;

/** Why a certificate ends, in the desk's words. */
export const CERTIFICATE_REVOCATION_REASONS = [
  'theft',
  'loss',
  'code-compromise',
  'malfunction',
  'card-blocked',
  'wrong-data',
  'changed-data',
  'holder-death',
  'wrong-delivery',
  'lost-case',
  'bad-lot',
  'ex-officio',
] as const;

export type CertificateRevocationReason = (typeof CERTIFICATE_REVOCATION_REASONS)[number];

/** What proves the reason, besides who asks. */
export const REVOCATION_PROOFS = ['report-or-declaration', 'death-certificate-or-declaration', 'official-act'] as const;

export type RevocationProof = (typeof REVOCATION_PROOFS)[number];

export interface RevocationReasonRule {
  readonly crlReason: CrlReason;
  readonly proof: RevocationProof | null;
  /** Somebody else may hold card or codes: a supervisor gets the hour, and the data-protection officer by the supervisor's export. */
  readonly isBreach: boolean;
}

/**
 * What each reason is to the authority. A card in other hands counts as compromised, PIN or no PIN; the standard keeps *affiliationChanged* for "name or other information in the
 * certificate"; a chip that serves no more has ceased to operate, and a lot that is exchanged is superseded.
 */
export const REVOCATION_REASON_RULES: Readonly<Record<CertificateRevocationReason, RevocationReasonRule>> = {
  theft: { crlReason: 'keyCompromise', proof: 'report-or-declaration', isBreach: false },
  loss: { crlReason: 'keyCompromise', proof: 'report-or-declaration', isBreach: false },
  'code-compromise': { crlReason: 'keyCompromise', proof: null, isBreach: false },
  malfunction: { crlReason: 'cessationOfOperation', proof: null, isBreach: false },
  'card-blocked': { crlReason: 'cessationOfOperation', proof: null, isBreach: false },
  'wrong-data': { crlReason: 'affiliationChanged', proof: null, isBreach: false },
  'changed-data': { crlReason: 'affiliationChanged', proof: null, isBreach: false },
  'holder-death': { crlReason: 'cessationOfOperation', proof: 'death-certificate-or-declaration', isBreach: false },
  'wrong-delivery': { crlReason: 'keyCompromise', proof: null, isBreach: true },
  'lost-case': { crlReason: 'keyCompromise', proof: null, isBreach: false },
  'bad-lot': { crlReason: 'superseded', proof: null, isBreach: false },
  'ex-officio': { crlReason: 'privilegeWithdrawn', proof: 'official-act', isBreach: false },
};

/** Those that whoever has no report declares: proved by `report-or-declaration`. */
export const DECLARABLE_REASONS = ['theft', 'loss'] as const satisfies readonly CertificateRevocationReason[];

export type DeclarableReason = (typeof DECLARABLE_REASONS)[number];
