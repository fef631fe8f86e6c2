// SPDX-License-Identifier: AGPL-3.0-or-later
import { Attribute, ContentInfo, id_contentType, id_messageDigest, id_signedData, SignedData, type SignerInfo } from '@peculiar/asn1-cms';
import { AsnArray, AsnConvert, AsnType, AsnTypeTypes, OctetString } from '@peculiar/asn1-schema';
import { id_ct_tstInfo } from '@peculiar/asn1-tsp';
import { hash, verify, type X509Certificate } from 'node:crypto';
import { arrayBufferOf, HASHES, SIGNATURES } from './algorithms';
import { namesCertificate } from './signing-certificate';

/** `id_ct_tstInfo` as DER. */
const TST_INFO_TYPE = Buffer.from('060b2a864886f70d0109100104', 'hex');

/** RFC 5652 §5.3. */
@AsnType({ type: AsnTypeTypes.Set, itemType: Attribute })
class SignedAttributes extends AsnArray<Attribute> {}

export interface SignedContent {
  readonly content: Buffer;
  readonly signer: SignerInfo;
}

/**
 * The TSTInfo (RFC 3161 §2.4.2) in a CMS SignedData (RFC 5652 §5) with one signer, not verified yet.
 *
 * @throws what the ASN.1 library throws when the bytes are of another kind, or when there is more than them.
 */
export const signedContentIn = (bytes: Uint8Array): SignedContent | undefined => {
  const info = AsnConvert.parse(arrayBufferOf(bytes), ContentInfo);
  // The very bytes and no others: a token that is kept has no second spelling.
  if (info.contentType !== id_signedData || !Buffer.from(AsnConvert.serialize(info)).equals(bytes)) return undefined;
  const { encapContentInfo, signerInfos } = AsnConvert.parse(info.content, SignedData);
  const { eContentType, eContent } = encapContentInfo;
  const [signer, another] = signerInfos;
  if (!signer || another || eContentType !== id_ct_tstInfo || !eContent?.single) return undefined;
  return { content: Buffer.from(eContent.single.buffer), signer };
};

/** Whether this certificate's key signed the content as what it is, and its signed attributes name the certificate (RFC 5652 §5.4, §5.6; RFC 3161 §2.4.2). */
export const isSignedUnder = ({ content, signer }: SignedContent, certificate: X509Certificate): 'yes' | 'no' | 'algorithm-not-supported' => {
  const digest = HASHES.get(signer.digestAlgorithm.algorithm);
  const algorithm = SIGNATURES.get(signer.signatureAlgorithm.algorithm);
  if (digest === undefined || algorithm === undefined || (algorithm.hash ?? digest) !== digest) return 'algorithm-not-supported';
  const { signedAttrs } = signer;
  if (signedAttrs === undefined || certificate.publicKey.asymmetricKeyType !== algorithm.keyType) return 'no';
  const valueOf = attributesOf(signer);
  const isOfContent = TST_INFO_TYPE.equals(Buffer.from(valueOf(id_contentType) ?? new ArrayBuffer())) && octetsIn(valueOf(id_messageDigest))?.equals(hash(digest, content, 'buffer'));
  if (!isOfContent || !namesCertificate(valueOf, certificate)) return 'no';
  return verify(digest, signedAttributeBytes(signedAttrs), certificate.publicKey, Buffer.from(signer.signature.buffer)) ? 'yes' : 'no';
};

/** What is signed is the DER of the SET OF attributes, whatever tag and order they travelled with (RFC 5652 §5.4; X.690 §11.6). */
export const signedAttributeBytes = (attributes: readonly Attribute[]): Buffer => {
  const inOrder = attributes
    .map((attribute) => ({ attribute, der: Buffer.from(AsnConvert.serialize(attribute)) }))
    .sort((one, other) => Buffer.compare(one.der, other.der))
    .map(({ attribute }) => attribute);
  return Buffer.from(AsnConvert.serialize(new SignedAttributes(inOrder)));
};

/** Of an attribute that stands there once, with one value, as the signed ones must (RFC 5652 §11). */
const attributesOf = ({ signedAttrs = [] }: SignerInfo) => (type: string): ArrayBuffer | undefined => {
  const [attribute, another] = signedAttrs.filter(({ attrType }) => attrType === type);
  return another || attribute?.attrValues.length !== 1 ? undefined : attribute.attrValues[0];
};

const octetsIn = (der: ArrayBuffer | undefined): Buffer | undefined => (der === undefined ? undefined : Buffer.from(AsnConvert.parse(der, OctetString).buffer));
