// SPDX-License-Identifier: AGPL-3.0-or-later
import { contentDigest } from './content-digest';
import type { CoveredComponent } from './signature-base';
import type { SignatureRefusal } from './signature-refusal';
import { type ReceivedMessage, signComponents, type SignatureHeaders, type Signing, verifyComponents, type VerifiedSignature } from './signed-message';

/** What a response is, and which request it answers. */
type Answer = {
  readonly status: number;
  /** The `Signature` field of the request that is answered. */
  readonly requestSignature: string;
};

export type ResponseToSign = Answer & Signing & { readonly body?: Uint8Array | string };

/** The header fields to add to the response. */
export type ResponseSignatureHeaders = SignatureHeaders & { readonly 'content-digest': string };

/** Signs a response (RFC 9421) over status, body digest and time, together with the request that it answers. */
export const signResponse = async ({ status, requestSignature, body, ...signing }: ResponseToSign): Promise<ResponseSignatureHeaders> => {
  const digest = contentDigest(body);
  return { 'content-digest': digest, ...(await signComponents(responseComponents({ status, requestSignature }, digest), signing)) };
};

export type ResponseToVerify = ReceivedMessage & Answer;

/** Verifies that a response is the key's own, unchanged, and to this request. */
export const verifyResponse = (response: ResponseToVerify): Promise<VerifiedSignature | SignatureRefusal> =>
  verifyComponents(response, (digest) => responseComponents(response, digest));

/**
 * The request's signature (RFC 9421 §2.4) covers that request's method, path, body, sequence and nonce: an answer fits one question only.
 */
const responseComponents = ({ status, requestSignature }: Answer, digest: string): readonly CoveredComponent[] => [
  ['"@status"', String(status)],
  ['"content-digest"', digest],
  ['"signature";req', requestSignature],
];
