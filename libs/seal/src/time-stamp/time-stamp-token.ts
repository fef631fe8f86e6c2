// SPDX-License-Identifier: AGPL-3.0-or-later
import { AsnConvert } from '@peculiar/asn1-schema';
import { TSTInfo } from '@peculiar/asn1-tsp';
import type { X509Certificate } from 'node:crypto';
import { arrayBufferOf, SHA256 } from './algorithms';
import { isSignedUnder, type SignedContent, signedContentIn } from './signed-content';

export type TokenRefusal =
  | { readonly kind: 'token-unreadable' }
  /** It stamps another hash than the one asked about. */
  | { readonly kind: 'other-imprint' }
  | { readonly kind: 'algorithm-not-supported' }
  /** Or it was signed by another authority than the certificate's. */
  | { readonly kind: 'signature-invalid' }
  | { readonly kind: 'certificate-not-in-force'; readonly stampedAt: Date };

export interface TimeStamp {
  readonly kind: 'stamped';
  readonly stampedAt: Date;
  /** The authority's number of this stamp, in hex. */
  readonly serial: string;
  /** The policy under which it was stamped (OID). */
  readonly policy: string;
  /** As it travelled, in hex; null: none did. */
  readonly nonce: string | null;
}

/**
 * Whether a TimeStampToken (RFC 3161 §2.4.2, DER) says of this hash when it existed, under this very certificate of the authority. Whether the certificate was revoked
 * since is not asked: who trusts the authority says so by giving its certificate.
 *
 * @param hash SHA-256, base64url: a block's hash.
 */
export const judgeTimeStampToken = (token: Uint8Array, { hash, certificate }: { readonly hash: string; readonly certificate: X509Certificate }): TimeStamp | TokenRefusal => {
  const read = readToken(token);
  if (!read) return { kind: 'token-unreadable' };
  const { info: { messageImprint, genTime, serialNumber, nonce, policy }, signed } = read;
  const isOfHash = messageImprint.hashAlgorithm.algorithm === SHA256 && Buffer.from(messageImprint.hashedMessage.buffer).toString('base64url') === hash;
  if (!isOfHash) return { kind: 'other-imprint' };
  const isSigned = verdictOn(signed, certificate);
  if (isSigned !== 'yes') return { kind: isSigned === 'no' ? 'signature-invalid' : isSigned };
  if (genTime < new Date(certificate.validFrom) || genTime > new Date(certificate.validTo)) return { kind: 'certificate-not-in-force', stampedAt: genTime };
  return { kind: 'stamped', stampedAt: genTime, serial: hexOf(serialNumber), policy, nonce: nonce === undefined ? null : hexOf(nonce) };
};

const readToken = (token: Uint8Array): { readonly info: TSTInfo; readonly signed: SignedContent } | undefined => {
  try {
    const signed = signedContentIn(token);
    return signed && { info: AsnConvert.parse(arrayBufferOf(signed.content), TSTInfo), signed };
  } catch {
    // Whatever the parser does not like: it is no token.
    return undefined;
  }
};

const verdictOn = (signed: SignedContent, certificate: X509Certificate): ReturnType<typeof isSignedUnder> => {
  try {
    return isSignedUnder(signed, certificate);
  } catch {
    // An attribute that is not what its type says, or a signature that OpenSSL does not take for one.
    return 'no';
  }
};

const hexOf = (bytes: ArrayBuffer): string => Buffer.from(bytes).toString('hex');
