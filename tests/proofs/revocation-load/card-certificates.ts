// SPDX-License-Identifier: AGPL-3.0-or-later
import 'reflect-metadata'; // the library's dependency injection looks for it when it is loaded
import * as x509 from '@peculiar/x509';
import type { DemoCa } from '@sportello/card-io/simulator';
import { webcrypto } from 'node:crypto';

const rsa = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256', modulusLength: 2048, publicExponent: Uint8Array.of(1, 0, 1) } as const;
const YEAR_MS = 365.25 * 86_400_000;

/** Certificates of many cards, DER: to draw a key for each chip would take longer than all the rest, and nothing here asks a chip to sign. */
export async function cardCertificates(ca: DemoCa, count: number): Promise<readonly Uint8Array[]> {
  const { publicKey } = await webcrypto.subtle.generateKey(rsa, false, ['sign', 'verify']);
  const signingKey = await webcrypto.subtle.importKey('pkcs8', ca.privateKeyDer, rsa, false, ['sign']);
  const issuer = new x509.X509Certificate(Buffer.from(ca.certificateDer)).subjectName.toJSON();
  const now = Date.now();
  const certificates: Uint8Array[] = [];
  for (let index = 0; index < count; index += 1) {
    const certificate = await x509.X509CertificateGenerator.create(
      { serialNumber: `00c0ffee${index.toString(16).padStart(8, '0')}`, subject: [{ CN: [`Carta di prova ${index}`] }], issuer, notBefore: new Date(now), notAfter: new Date(now + YEAR_MS), publicKey, signingKey, signingAlgorithm: rsa },
      webcrypto,
    );
    certificates.push(new Uint8Array(certificate.rawData));
  }
  return certificates;
}
