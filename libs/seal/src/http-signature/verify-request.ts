// SPDX-License-Identifier: AGPL-3.0-or-later
import { verifyBytes } from '../signing/sign-bytes';
import { contentDigest } from './content-digest';
import { fieldOf, type HeaderFields } from './header-fields';
import { requestComponents } from './request-components';
import { signatureBase } from './signature-base';
import { readParameters, readSignature } from './signature-fields';
import { type SignatureRefusal, skewRefusal } from './signature-refusal';

export type RequestToVerify = {
  readonly method: string;
  /** The request target as received: absolute path and query, before any routing or decoding. */
  readonly path: string;
  readonly headers: HeaderFields;
  /** The body's bytes as received. */
  readonly body?: Uint8Array | string;
  /** The public key enrolled under a key id, or nothing when there is none in force. */
  readonly keyOf: (keyId: string) => Promise<string | undefined> | string | undefined;
  readonly now: Date;
  readonly maxSkewSeconds: number;
};

/** A request whose signature holds. Whether `sequence` is new to this key is the receiver's to say: it alone remembers the last one. */
export type VerifiedRequest = {
  readonly kind: 'verified';
  readonly keyId: string;
  readonly sequence: number;
  readonly created: Date;
  readonly nonce: string;
};

const sequencePattern = /^(0|[1-9][0-9]{0,15})$/;

/** Verifies a request that {@link signRequest} signed. A signature that covers anything else, more or less, is malformed. */
export const verifyRequest = async (request: RequestToVerify): Promise<VerifiedRequest | SignatureRefusal> => {
  const { method, path, headers, body, keyOf, now, maxSkewSeconds } = request;
  const [input, signatureField] = [fieldOf(headers, 'signature-input'), fieldOf(headers, 'signature')];
  if (input === undefined || signatureField === undefined) return { kind: 'missing-signature' };

  const parameters = readParameters(input);
  const signature = readSignature(signatureField);
  const sequence = fieldOf(headers, 'station-sequence');
  const digest = fieldOf(headers, 'content-digest');
  if (parameters === undefined || signature === undefined || digest === undefined || !isSequence(sequence)) return { kind: 'malformed' };

  const covered = requestComponents({ method, path, contentDigest: digest, sequence });
  if (covered === undefined || !coversExactly(parameters.components, covered.map(([component]) => component))) return { kind: 'malformed' };

  const publicKey = await keyOf(parameters.keyId);
  if (publicKey === undefined) return { kind: 'unknown-key', keyId: parameters.keyId };
  if (!verifyBytes(signatureBase(covered, parameters), signature, publicKey)) return { kind: 'bad-signature' };
  // The signature holds, so the digest is the sender's own: a body that differs was changed on the way.
  if (digest !== contentDigest(body)) return { kind: 'digest-mismatch' };
  const { keyId, created, nonce } = parameters;
  return skewRefusal({ created, now, maxSkewSeconds }) ?? { kind: 'verified', keyId, sequence: Number(sequence), created: new Date(created * 1000), nonce };
};

const isSequence = (text: string | undefined): text is string => text !== undefined && sequencePattern.test(text) && Number.isSafeInteger(Number(text));

const coversExactly = (claimed: readonly string[], expected: readonly string[]): boolean =>
  claimed.length === expected.length && expected.every((component, index) => component === claimed[index]);
