// SPDX-License-Identifier: AGPL-3.0-or-later
import { randomBytes, type X509Certificate } from 'node:crypto';
import type { CertificateId } from '../certificate-id';
import { exchange } from '../http-exchange';
import { subjectOf } from '../names';
import { type CertificateStanding, CertificateStatus, notChecked } from './certificate-status';
import { judgeOcsp } from './judge-ocsp';
import { type CertIdHash, certIdOf, ocspQuestion } from './ocsp-question';

export interface OcspStatusOptions {
  readonly url: string;
  /** Of whose certificates the responder knows. */
  readonly issuer: X509Certificate;
  readonly certIdHash: CertIdHash;
  readonly now: () => Date;
  readonly patienceMs?: number;
}

/** A citizen stands at the desk meanwhile. */
const PATIENCE_MS = 2_000;
const MOST_BYTES = 64 * 1024;
/** RFC 9654 §2.1. */
const NONCE_BYTES = 32;

/** The authority's OCSP responder (RFC 6960). */
export class OcspStatus extends CertificateStatus {
  constructor(private readonly options: OcspStatusOptions) {
    super();
  }

  override async statusOf(certificate: CertificateId): Promise<CertificateStanding> {
    const { url, issuer, certIdHash, now, patienceMs = PATIENCE_MS } = this.options;
    if (!subjectOf(issuer).equals(certificate.issuer)) return notChecked('other-issuer');
    const [certId, nonce] = [certIdOf(certificate, issuer, certIdHash), randomBytes(NONCE_BYTES)];
    const exchanged = await exchange({ url, patienceMs, mostBytes: MOST_BYTES, posted: { type: 'application/ocsp-request', body: ocspQuestion(certId, nonce) } });
    if (exchanged.kind === 'silence') return notChecked('silence');
    return judgeOcsp(exchanged.body, { certId, nonce, issuer, now: now() });
  }
}
