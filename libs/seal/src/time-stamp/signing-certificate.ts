// SPDX-License-Identifier: AGPL-3.0-or-later
import { AsnArray, AsnConvert, AsnProp, AsnPropTypes, AsnType, AsnTypeTypes, OctetString } from '@peculiar/asn1-schema';
import { AlgorithmIdentifier } from '@peculiar/asn1-x509';
import { hash, type X509Certificate } from 'node:crypto';
import { HASHES, SHA256 } from './algorithms';

/** `ESSCertID` and `ESSCertIDv2` (RFC 5035 §4) in one: the older has no algorithm and means SHA-1. */
class EssCertId {
  @AsnProp({ type: AlgorithmIdentifier, optional: true })
  readonly hashAlgorithm?: AlgorithmIdentifier;

  @AsnProp({ type: OctetString })
  readonly certHash = new OctetString();

  @AsnProp({ type: AsnPropTypes.Any, optional: true })
  readonly issuerSerial?: ArrayBuffer;
}

@AsnType({ type: AsnTypeTypes.Sequence, itemType: EssCertId })
class EssCertIds extends AsnArray<EssCertId> {}

class SigningCertificate {
  @AsnProp({ type: EssCertIds })
  readonly certs = new EssCertIds();

  @AsnProp({ type: AsnPropTypes.Any, optional: true })
  readonly policies?: ArrayBuffer;
}

const VERSION_1 = '1.2.840.113549.1.9.16.2.12';
const VERSION_2 = '1.2.840.113549.1.9.16.2.47';

/** Whether the signed attributes name this certificate as the signer's, as RFC 3161 §2.4.2 and RFC 5816 demand: the first one named is the signer's (RFC 5035 §3). */
export const namesCertificate = (valueOf: (type: string) => ArrayBuffer | undefined, certificate: X509Certificate): boolean => {
  const [newer, older] = [valueOf(VERSION_2), valueOf(VERSION_1)];
  const attribute = newer ?? older;
  if (!attribute) return false;
  const [first] = AsnConvert.parse(attribute, SigningCertificate).certs;
  const algorithm = newer ? HASHES.get(first?.hashAlgorithm?.algorithm ?? SHA256) : 'sha1';
  if (!first || algorithm === undefined) return false;
  return hash(algorithm, certificate.raw, 'buffer').equals(Buffer.from(first.certHash.buffer));
};
