// SPDX-License-Identifier: AGPL-3.0-or-later
export { matchPersonalDataDigest } from './personal-data-digest';
export type { PersonalDataDigestForm } from './personal-data-digest';
export { verifyChipCertificate } from './verify-chip-certificate';
export type { CertificateFinding, ChipCertificateCheck, ChipCertificateVerdict, TrustedChipCertificate } from './verify-chip-certificate';
export { verifyChipSignature } from './verify-chip-signature';
export type { ChipSignatureCheck } from './verify-chip-signature';
export { proofStatement } from '../proof/proof-statement';
export type { ProofSubject } from '../proof/proof-statement';
