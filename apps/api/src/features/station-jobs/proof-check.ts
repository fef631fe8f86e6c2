// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import { parseCertificateSubject } from '@sportello/domain';
import { proofStatement, verifyChipCertificate, verifyChipSignature } from '@sportello/card-io/certificate';
import type { IntentRow } from '../../platform/database/rows/intent-row';
import { TrustAnchors } from '../../platform/keys/trust-anchors';

/** Whether the chip of this very card signed this very statement, under a certificate that is to be believed now. */
@Injectable()
export class ProofCheck {
  constructor(private readonly trustAnchors: TrustAnchors) {}

  /** `valid`, or what is wrong. */
  async finding({ idCarta, caseId, controlNumber, nonce }: IntentRow, certificateDer: Uint8Array, signature: Uint8Array, at: Date): Promise<string> {
    const verdict = await verifyChipCertificate({ certificateDer, trustAnchorsDer: this.trustAnchors.certificates, at });
    if (verdict.kind !== 'trusted') return verdict.kind;
    const subject = parseCertificateSubject(verdict.subjectCommonName);
    if (!subject.ok || subject.value.idCarta.value !== idCarta) return 'of-another-card';
    const statement = proofStatement({ idCarta, caseId, sheet: controlNumber, nonce });
    return verifyChipSignature({ certificateDer, statement, signature }) ? 'valid' : 'bad-signature';
  }
}
