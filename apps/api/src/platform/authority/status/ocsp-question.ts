// SPDX-License-Identifier: AGPL-3.0-or-later
import { AsnConvert, OctetString } from '@peculiar/asn1-schema';
import { AlgorithmIdentifier, Extension, Extensions } from '@peculiar/asn1-x509';
import { hash, type X509Certificate } from 'node:crypto';
import type { CertificateId } from '../certificate-id';
import { keyBitsOf, subjectOf } from '../names';
import { CertId, CertRequest, CertRequests, OcspRequest, TbsRequest } from './ocsp-messages';

/** With what names and keys of issuers are hashed in a question: no secret hangs on it, and older responders know SHA-1 alone. */
export const CERT_ID_HASHES = ['sha1', 'sha256'] as const;
export type CertIdHash = (typeof CERT_ID_HASHES)[number];

const IDENTIFIERS: Readonly<Record<CertIdHash, string>> = { sha1: '1.3.14.3.2.26', sha256: '2.16.840.1.101.3.4.2.1' };

/** id-pkix-ocsp-nonce (RFC 9654). */
export const OCSP_NONCE = '1.3.6.1.5.5.7.48.1.2';

/** Which certificate is asked about (RFC 6960 §4.1.1). */
export const certIdOf = ({ serial }: CertificateId, issuer: X509Certificate, algorithm: CertIdHash): CertId =>
  new CertId({
    hashAlgorithm: new AlgorithmIdentifier({ algorithm: IDENTIFIERS[algorithm], parameters: null }),
    issuerNameHash: new OctetString(hash(algorithm, subjectOf(issuer), 'buffer')),
    issuerKeyHash: new OctetString(hash(algorithm, keyBitsOf(issuer), 'buffer')),
    serialNumber: Uint8Array.from(Buffer.from(serial, 'hex')).buffer,
  });

/** An OCSPRequest about certificates, DER. */
export const ocspQuestion = (certIds: readonly CertId[], nonce: Uint8Array): Buffer => {
  const extension = new Extension({ extnID: OCSP_NONCE, critical: false, extnValue: new OctetString(AsnConvert.serialize(new OctetString(nonce))) });
  const requestList = new CertRequests(certIds.map((certId) => new CertRequest(certId)));
  return Buffer.from(AsnConvert.serialize(new OcspRequest(new TbsRequest({ requestList, requestExtensions: new Extensions([extension]) }))));
};
