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

/** A citizen stands at the desk meanwhile, and the list of revoked certificates is looked at after it within the desk's own patience. */
const PATIENCE_MS = 1_000;
const MOST_BYTES = 64 * 1024;
/** RFC 9654 §2.1. */
const NONCE_BYTES = 32;

/** The authority's OCSP responder (RFC 6960). */
export class OcspStatus extends CertificateStatus {
  override readonly source = 'ocsp';
  private hearsOneAlone = false;

  constructor(private readonly options: OcspStatusOptions) {
    super();
  }

  override async statusOf(certificate: CertificateId): Promise<CertificateStanding> {
    if (!this.isOurs(certificate)) return notChecked('other-issuer');
    const [standing = notChecked('no-answer')] = await this.ask([certificate]);
    return standing;
  }

  /** One question about all. A responder of the lightweight profile hears one certificate alone (RFC 5019 §2.1.1): whoever it says nothing of is asked about once more. */
  override async statusesOf(certificates: readonly CertificateId[]): Promise<readonly CertificateStanding[]> {
    const ours = certificates.filter((certificate) => this.isOurs(certificate));
    if (ours.length < 2 || this.hearsOneAlone) return super.statusesOf(certificates);
    const said = await this.ask(ours);
    const standings = new Map(ours.map((certificate, index) => [certificate, said[index] ?? notChecked('no-answer')]));
    if (said.every(isUnanswered)) return this.oneByOne(certificates);
    return Promise.all(
      certificates.map(async (certificate) => {
        const standing = standings.get(certificate) ?? notChecked('other-issuer');
        return isUnanswered(standing) ? this.statusOf(certificate) : standing;
      }),
    );
  }

  private async oneByOne(certificates: readonly CertificateId[]): Promise<readonly CertificateStanding[]> {
    const standings = await super.statusesOf(certificates);
    this.hearsOneAlone = standings.some(({ kind }) => kind !== 'not-checked');
    return standings;
  }

  private isOurs({ issuer }: CertificateId): boolean {
    return subjectOf(this.options.issuer).equals(issuer);
  }

  private async ask(certificates: readonly CertificateId[]): Promise<readonly CertificateStanding[]> {
    const { url, issuer, certIdHash, now, patienceMs = PATIENCE_MS } = this.options;
    const [certIds, nonce] = [certificates.map((certificate) => certIdOf(certificate, issuer, certIdHash)), randomBytes(NONCE_BYTES)];
    const exchanged = await exchange({ url, patienceMs, mostBytes: MOST_BYTES, posted: { type: 'application/ocsp-request', body: ocspQuestion(certIds, nonce) } });
    if (exchanged.kind === 'silence') return certificates.map(() => notChecked(exchanged.because.startsWith('http-') ? 'no-answer' : 'silence'));
    return judgeOcsp(exchanged.body, { certIds, nonce, issuer, now: now() });
  }
}

/** It answered, and said nothing of the certificate. */
function isUnanswered(standing: CertificateStanding): boolean {
  return standing.kind === 'not-checked' && (standing.why === 'no-answer' || standing.why === 'other-certificate');
}
