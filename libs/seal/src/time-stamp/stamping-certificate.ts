// SPDX-License-Identifier: AGPL-3.0-or-later
import { AsnConvert } from '@peculiar/asn1-schema';
import { Certificate, ExtendedKeyUsage, id_ce_extKeyUsage, id_kp_timeStamping } from '@peculiar/asn1-x509';
import { X509Certificate } from 'node:crypto';
import { arrayBufferOf } from './algorithms';

/** The certificate in a PEM or DER file, when it may stamp times: the usage is critical, and the only one (RFC 3161 §2.3). */
export const stampingCertificateIn = (file: Uint8Array | string): X509Certificate | undefined => {
  try {
    const certificate = new X509Certificate(file);
    return mayStamp(certificate) ? certificate : undefined;
  } catch {
    // Whatever the parsers do not like: it is no certificate.
    return undefined;
  }
};

const mayStamp = ({ raw }: X509Certificate): boolean => {
  const { extensions = [] } = AsnConvert.parse(arrayBufferOf(raw), Certificate).tbsCertificate;
  const usages = extensions.filter(({ extnID }) => extnID === id_ce_extKeyUsage);
  const [usage] = usages;
  if (usages.length !== 1 || !usage?.critical) return false;
  const purposes = AsnConvert.parse(usage.extnValue.buffer, ExtendedKeyUsage);
  return purposes.length === 1 && purposes[0] === id_kp_timeStamping;
};
