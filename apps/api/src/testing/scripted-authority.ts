// SPDX-License-Identifier: AGPL-3.0-or-later
import { type RevocationAnswer, RevocationAuthority, type RevocationRequest } from '../platform/authority/revocation-authority';
import { type CertificateStanding, CertificateStatus } from '../platform/authority/status/certificate-status';
import type { CertificateId } from '../platform/authority/certificate-id';

/** An authority that answers as a spec says, and keeps what it was asked. */
export class ScriptedAuthority extends RevocationAuthority {
  override readonly kind = 'cmp';
  readonly asked: RevocationRequest[] = [];
  readonly polled: string[] = [];
  /** What becomes of the next questions, one each; then all is accepted. */
  readonly answers: (RevocationAnswer | Promise<RevocationAnswer>)[] = [];

  override revoke(request: RevocationRequest): Promise<RevocationAnswer> {
    this.asked.push(request);
    return Promise.resolve(this.answers.shift() ?? { kind: 'accepted' });
  }

  override poll(_: RevocationRequest, ticket: string): Promise<RevocationAnswer> {
    this.polled.push(ticket);
    return Promise.resolve(this.answers.shift() ?? { kind: 'accepted' });
  }
}

export class ScriptedStatus extends CertificateStatus {
  override readonly source = 'ocsp';
  standing: CertificateStanding = { kind: 'good', until: null, by: 'ocsp' };
  readonly asked: CertificateId[] = [];
  /** Nothing is answered before. */
  until: Promise<void> = Promise.resolve();

  override async statusOf(certificate: CertificateId): Promise<CertificateStanding> {
    this.asked.push(certificate);
    await this.until;
    return this.standing;
  }
}
