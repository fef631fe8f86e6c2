// SPDX-License-Identifier: AGPL-3.0-or-later
import { webcrypto } from 'node:crypto';
import { x509 } from '../src/x509';
import type { DemoCa } from '../src/simulator';

const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256', modulusLength: 2048, publicExponent: Uint8Array.of(1, 0, 1) } as const;

/** A certificate that the demo authority's own program would not issue: any extensions, any issuer's name. */
export async function handMadeCertificate(ca: DemoCa, extensions: readonly x509.Extension[], issuer?: string): Promise<Uint8Array> {
  const signingKey = await webcrypto.subtle.importKey('pkcs8', ca.privateKeyDer, algorithm, false, ['sign']);
  const authority = new x509.X509Certificate(Buffer.from(ca.certificateDer));
  const certificate = await x509.X509CertificateGenerator.create(
    {
      subject: 'CN=hand-made',
      issuer: issuer ?? authority.subject,
      notBefore: new Date('2026-01-01T00:00:00Z'),
      notAfter: new Date('2032-01-01T00:00:00Z'),
      publicKey: authority.publicKey,
      signingKey,
      signingAlgorithm: algorithm,
      extensions: [...extensions],
    },
    webcrypto,
  );
  return new Uint8Array(certificate.rawData);
}
