// SPDX-License-Identifier: AGPL-3.0-or-later
/** Which certificate, as its issuer numbers it (RFC 5280 §4.1.2.2). */
export interface CertificateId {
  /** The issuer's Name, DER: the very bytes of the certificate. */
  readonly issuer: Uint8Array;
  /** Lower-case hex of the INTEGER's content, as it stands in the certificate. */
  readonly serial: string;
}
