// SPDX-License-Identifier: AGPL-3.0-or-later
import { X509Certificate } from 'node:crypto';
import type { CertificateId } from '../authority/certificate-id';
import { issuerOf, serialOf } from '../authority/names';

/** By what its authority knows a certificate. @param der one that was judged before */
export function certificateIdOf(der: Uint8Array): CertificateId {
  const certificate = new X509Certificate(der);
  return { issuer: issuerOf(certificate), serial: serialOf(certificate).toString('hex') };
}
