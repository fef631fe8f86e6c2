// SPDX-License-Identifier: AGPL-3.0-or-later
import {
  Attribute,
  CertificateChoices,
  CertificateSet,
  CMSVersion,
  ContentInfo,
  DigestAlgorithmIdentifiers,
  EncapsulatedContent,
  EncapsulatedContentInfo,
  id_contentType,
  id_data,
  id_messageDigest,
  id_signedData,
  IssuerAndSerialNumber,
  SignedData,
  SignerIdentifier,
  SignerInfo,
  SignerInfos,
} from '@peculiar/asn1-cms';
import { AsnConvert, OctetString } from '@peculiar/asn1-schema';
import { AlgorithmIdentifier, Certificate } from '@peculiar/asn1-x509';
import { SIGNATURE_ALGORITHMS, signedAttributeBytes } from '@sportello/seal';
import { hash, verify, type X509Certificate } from 'node:crypto';
import { parseAs } from '../parse-as';
import { cmsSignatureAlgorithmOf, type SigningCredential, signBy } from '../signing-credential';

/** `id_data` as DER. */
const DATA_TYPE = Buffer.from('06092a864886f70d010701', 'hex');
const SHA256 = '2.16.840.1.101.3.4.2.1';
const HASHES: ReadonlyMap<string, string> = new Map([
  [SHA256, 'sha256'],
  ['2.16.840.1.101.3.4.2.2', 'sha384'],
  ['2.16.840.1.101.3.4.2.3', 'sha512'],
]);

/** The content in a CMS SignedData (RFC 5652 §5), DER: what `openssl cms -verify -inform DER` reads. */
export async function signFile(content: Uint8Array, signer: SigningCredential): Promise<Buffer> {
  const certificates = [signer.certificate, ...signer.chain].map(({ raw }) => AsnConvert.parse(raw, Certificate));
  const { issuer, serialNumber } = AsnConvert.parse(signer.certificate.raw, Certificate).tbsCertificate;
  const digestAlgorithm = new AlgorithmIdentifier({ algorithm: SHA256 });
  const signedAttrs = [
    new Attribute({ attrType: id_contentType, attrValues: [Uint8Array.from(DATA_TYPE).buffer] }),
    new Attribute({ attrType: id_messageDigest, attrValues: [AsnConvert.serialize(new OctetString(hash('sha256', content, 'buffer')))] }),
  ];
  const info = new SignerInfo({
    version: CMSVersion.v1,
    sid: new SignerIdentifier({ issuerAndSerialNumber: new IssuerAndSerialNumber({ issuer, serialNumber }) }),
    digestAlgorithm,
    signedAttrs,
    signatureAlgorithm: cmsSignatureAlgorithmOf(signer),
    signature: new OctetString(await signBy(signer, signedAttributeBytes(signedAttrs))),
  });
  const signed = new SignedData({
    version: CMSVersion.v1,
    digestAlgorithms: new DigestAlgorithmIdentifiers([digestAlgorithm]),
    encapContentInfo: new EncapsulatedContentInfo({ eContentType: id_data, eContent: new EncapsulatedContent({ single: new OctetString(content) }) }),
    certificates: new CertificateSet(certificates.map((certificate) => new CertificateChoices({ certificate }))),
    signerInfos: new SignerInfos([info]),
  });
  return Buffer.from(AsnConvert.serialize(new ContentInfo({ contentType: id_signedData, content: AsnConvert.serialize(signed) })));
}

export type Opened = { readonly kind: 'signed'; readonly content: Buffer } | { readonly kind: 'unreadable' | 'algorithm-not-supported' | 'signature-invalid' };

/** The content of a SignedData with one signer, under this very certificate: whatever travels along is not looked at. */
export function openSignedFile(file: Uint8Array, { publicKey }: X509Certificate): Opened {
  const info = parseAs(file, ContentInfo);
  const signed = info?.contentType === id_signedData ? parseAs(info.content, SignedData) : undefined;
  const [signer, another] = signed?.signerInfos ?? [];
  const single = signed?.encapContentInfo.eContent?.single;
  if (!signer || another || !single) return { kind: 'unreadable' };
  const content = Buffer.from(single.buffer);
  const digest = HASHES.get(signer.digestAlgorithm.algorithm);
  const algorithm = SIGNATURE_ALGORITHMS.get(signer.signatureAlgorithm.algorithm);
  if (digest === undefined || algorithm === undefined || (algorithm.hash ?? digest) !== digest) return { kind: 'algorithm-not-supported' };
  const { signedAttrs } = signer;
  const valueOf = (type: string): ArrayBuffer | undefined => {
    const values = signedAttrs?.filter(({ attrType }) => attrType === type).flatMap(({ attrValues }) => attrValues) ?? [];
    return values.length === 1 ? values[0] : undefined;
  };
  const octets = parseAs(valueOf(id_messageDigest) ?? new ArrayBuffer(), OctetString);
  const isData = DATA_TYPE.equals(Buffer.from(valueOf(id_contentType) ?? new ArrayBuffer()));
  const isOfContent = signedAttrs !== undefined && isData && octets !== undefined && Buffer.from(octets.buffer).equals(hash(digest, content, 'buffer'));
  if (!isOfContent || publicKey.asymmetricKeyType !== algorithm.keyType) return { kind: 'signature-invalid' };
  return isVerified(digest, signedAttributeBytes(signedAttrs), publicKey, signer.signature.buffer) ? { kind: 'signed', content } : { kind: 'signature-invalid' };
}

const isVerified = (digest: string, bytes: Uint8Array, key: X509Certificate['publicKey'], signature: ArrayBuffer): boolean => {
  try {
    return verify(digest, bytes, key, Buffer.from(signature));
  } catch {
    // A signature that OpenSSL does not take for one.
    return false;
  }
};
