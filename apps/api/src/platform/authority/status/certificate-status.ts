// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CertificateId } from '../certificate-id';

export type NotChecked =
  | 'not-configured'
  /** None of the authorities that are configured issued it. */
  | 'other-issuer'
  | 'silence'
  | 'unreadable'
  /** The responder says that it cannot answer now, or not to us. */
  | 'no-answer'
  | 'algorithm-not-supported'
  | 'signature-invalid'
  | 'responder-not-entitled'
  | 'other-nonce'
  | 'other-certificate'
  /** Older than it may be, or not yet of now. */
  | 'not-current'
  /** A list for some certificates or reasons only, or one that says what is not known here. */
  | 'list-not-whole'
  | 'unknown-to-responder';

export type StatusSource = 'ocsp' | 'crl';

/** `until`: when the authority will know more; `reason`: CRLReason (RFC 5280 §5.3.1), 6 being a suspension; `by`: where one of several ways was asked, which. */
export type CertificateStanding =
  | { readonly kind: 'good'; readonly until: Date | null; readonly by?: StatusSource }
  | { readonly kind: 'revoked'; readonly at: Date; readonly reason: number; readonly until: Date | null; readonly by?: StatusSource }
  /** Nothing is known of the certificate; never to be shown as good. */
  | { readonly kind: 'not-checked'; readonly why: NotChecked };

export interface StatusOptions {
  /** Asked anew, whatever is kept: by whoever waits for a revocation to be seen. */
  readonly isFresh?: boolean;
  /** Every way is asked until one says revoked: a responder may go on answering from old answers. */
  readonly isThorough?: boolean;
}

/** Whether a certificate is revoked, as its authority says it. It never throws. */
export abstract class CertificateStatus {
  /** What is asked; undefined: several, or nobody. */
  readonly source?: StatusSource;
  abstract statusOf(certificate: CertificateId, options?: StatusOptions): Promise<CertificateStanding>;

  /** Of several, in their order: at once where one answer can say it. */
  statusesOf(certificates: readonly CertificateId[], options?: StatusOptions): Promise<readonly CertificateStanding[]> {
    return Promise.all(certificates.map((certificate) => this.statusOf(certificate, options)));
  }
}

export const notChecked = (why: NotChecked): CertificateStanding => ({ kind: 'not-checked', why });

class NoStatus extends CertificateStatus {
  override statusOf(): Promise<CertificateStanding> {
    return Promise.resolve(notChecked('not-configured'));
  }
}

export const NO_STATUS: CertificateStatus = new NoStatus();

/** Clocks differ by so much. */
export const CLOCK_SKEW_MS = 5 * 60_000;
