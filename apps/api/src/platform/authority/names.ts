// SPDX-License-Identifier: AGPL-3.0-or-later
import { AsnConvert } from '@peculiar/asn1-schema';
import { Certificate, id_ce_subjectKeyIdentifier, SubjectKeyIdentifier } from '@peculiar/asn1-x509';
import type { X509Certificate } from 'node:crypto';

/** An authority's own is asked for its name and key with each question. */
const parsed = new WeakMap<X509Certificate, Certificate['tbsCertificate']>();

const tbsOf = (certificate: X509Certificate): Certificate['tbsCertificate'] => {
  const known = parsed.get(certificate) ?? AsnConvert.parse(certificate.raw, Certificate).tbsCertificate;
  parsed.set(certificate, known);
  return known;
};

/** The subject's Name, DER. */
export const subjectOf = (certificate: X509Certificate): Buffer => Buffer.from(AsnConvert.serialize(tbsOf(certificate).subject));

/** The key itself, without its algorithm: what RFC 6960 §4.1.1 and RFC 5280 §4.2.1.2 hash. */
export const keyBitsOf = (certificate: X509Certificate): Buffer => Buffer.from(tbsOf(certificate).subjectPublicKeyInfo.subjectPublicKey);

export const keyIdOf = (certificate: X509Certificate): Buffer | undefined => {
  const extension = tbsOf(certificate).extensions?.find(({ extnID }) => extnID === id_ce_subjectKeyIdentifier);
  return extension && Buffer.from(AsnConvert.parse(extension.extnValue.buffer, SubjectKeyIdentifier).buffer);
};
