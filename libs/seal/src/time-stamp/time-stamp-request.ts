// SPDX-License-Identifier: AGPL-3.0-or-later
import { AsnConvert, OctetString } from '@peculiar/asn1-schema';
import { MessageImprint, TimeStampReq, TimeStampReqVersion } from '@peculiar/asn1-tsp';
import { AlgorithmIdentifier } from '@peculiar/asn1-x509';
import { arrayBufferOf, SHA256 } from './algorithms';

export const NONCE_BYTES = 8;

/** Media types of RFC 3161 §3.4: the request is the body of a POST, the response that of its answer. */
export const TIME_STAMP_QUERY = 'application/timestamp-query';
export const TIME_STAMP_REPLY = 'application/timestamp-reply';

export interface TimeStampQuestion {
  /** What is stamped: the SHA-256 that is a block's hash, base64url. */
  readonly hash: string;
  /** 8 random bytes: an answer to another question does not have them. */
  readonly nonce: Uint8Array;
  /** The policy under which it is to be stamped (OID); the authority's own when left out. */
  readonly policy?: string;
}

/** A TimeStampReq (RFC 3161 §2.4.1), DER. The authority is asked for its certificate too, so that the token can be judged by whoever has only its issuer's. */
export const timeStampRequest = ({ hash, nonce, policy }: TimeStampQuestion): Buffer => {
  const messageImprint = new MessageImprint({ hashAlgorithm: new AlgorithmIdentifier({ algorithm: SHA256, parameters: null }), hashedMessage: new OctetString(Buffer.from(hash, 'base64url')) });
  return Buffer.from(AsnConvert.serialize(new TimeStampReq({ version: TimeStampReqVersion.v1, messageImprint, ...(policy !== undefined && { reqPolicy: policy }), nonce: arrayBufferOf(nonceInteger(nonce)), certReq: true })));
};

/**
 * The nonce as it travels: an INTEGER that is positive and keeps all its bytes.
 *
 * @throws RangeError when there are not 8 bytes.
 */
export const nonceInteger = (nonce: Uint8Array): Buffer => {
  if (nonce.length !== NONCE_BYTES) throw new RangeError(`a nonce has ${NONCE_BYTES} bytes`);
  const integer = Buffer.from(nonce);
  integer[0] = ((integer[0] ?? 0) & 0x3f) | 0x40;
  return integer;
};
