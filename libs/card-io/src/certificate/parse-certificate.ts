// SPDX-License-Identifier: AGPL-3.0-or-later
import { certificateExtent } from '../files/certificate-extent';
import { x509 } from '../x509';

/** The certificate in front of its zero padding; undefined when there is none. */
export function parseCertificate(padded: Uint8Array): x509.X509Certificate | undefined {
  const extent = certificateExtent(padded);
  if (extent.kind !== 'complete') return undefined;
  try {
    return new x509.X509Certificate(Buffer.from(padded.subarray(0, extent.length)));
  } catch {
    return undefined; // the library tells a malformed certificate by throwing, and there is no more to know about it
  }
}
