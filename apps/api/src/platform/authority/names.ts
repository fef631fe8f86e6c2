// SPDX-License-Identifier: AGPL-3.0-or-later
import { AsnConvert } from '@peculiar/asn1-schema';
import { Certificate, id_ce_subjectKeyIdentifier, SubjectKeyIdentifier } from '@peculiar/asn1-x509';
import type { X509Certificate } from 'node:crypto';

interface Names {
  readonly subject: Buffer;
  readonly keyBits: Buffer;
  readonly keyId: Buffer | undefined;
}

/** An authority's own is asked for its name and key with each question. */
const known = new WeakMap<X509Certificate, Names>();

const namesOf = (certificate: X509Certificate): Names => {
  const names = known.get(certificate) ?? namesIn(AsnConvert.parse(certificate.raw, Certificate));
  known.set(certificate, names);
  return names;
};

const namesIn = ({ tbsCertificate: { subject, subjectPublicKeyInfo, extensions } }: Certificate): Names => {
  const keyId = extensions?.find(({ extnID }) => extnID === id_ce_subjectKeyIdentifier);
  return {
    subject: Buffer.from(AsnConvert.serialize(subject)),
    keyBits: Buffer.from(subjectPublicKeyInfo.subjectPublicKey),
    keyId: keyId && Buffer.from(AsnConvert.parse(keyId.extnValue.buffer, SubjectKeyIdentifier).buffer),
  };
};

/** The subject's Name, DER. */
export const subjectOf = (certificate: X509Certificate): Buffer => namesOf(certificate).subject;

/** The key itself, without its algorithm: what RFC 6960 §4.1.1 and RFC 5280 §4.2.1.2 hash. */
export const keyBitsOf = (certificate: X509Certificate): Buffer => namesOf(certificate).keyBits;

export const keyIdOf = (certificate: X509Certificate): Buffer | undefined => namesOf(certificate).keyId;
