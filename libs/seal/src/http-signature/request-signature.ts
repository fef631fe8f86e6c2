// SPDX-License-Identifier: AGPL-3.0-or-later
import { contentDigest } from './content-digest';
import { fieldOf } from './header-fields';
import { requestComponents } from './request-components';
import type { SignatureRefusal } from './signature-refusal';
import { type ReceivedMessage, signComponents, type SignatureHeaders, type Signing, verifyComponents, type VerifiedSignature } from './signed-message';

export type RequestToSign = Signing & {
  readonly method: string;
  /** The request target as it will be sent: absolute path and query. */
  readonly path: string;
  /** The very bytes that will be sent; left out when there are none. */
  readonly body?: Uint8Array | string;
  /** The station's own count of its requests, which only grows. */
  readonly sequence: number;
};

/** The header fields to add to the request. */
export type RequestSignatureHeaders = SignatureHeaders & { readonly 'content-digest': string; readonly 'station-sequence': string };

/**
 * Signs a request (RFC 9421) over method, path, query, body digest, sequence and time.
 *
 * @throws TypeError when the path is no request target, the sequence no natural number, or key id or nonce are not of their shape.
 */
export const signRequest = async ({ method, path, body, sequence, ...signing }: RequestToSign): Promise<RequestSignatureHeaders> => {
  const digest = contentDigest(body);
  const components = requestComponents({ method, path, contentDigest: digest, sequence: String(sequence) });
  if (components === undefined) throw new TypeError('not a request target with a sequence number');
  return { 'content-digest': digest, 'station-sequence': String(sequence), ...(await signComponents(components, signing)) };
};

/** A request as it came; `path` is its target before any routing or decoding. */
export type RequestToVerify = ReceivedMessage & { readonly method: string; readonly path: string };

/** A request whose signature holds. Whether `sequence` is new is the receiver's to say: it alone remembers the last one of this key. */
export type VerifiedRequest = VerifiedSignature & { readonly sequence: number };

/** Verifies a request that {@link signRequest} signed. */
export const verifyRequest = async (request: RequestToVerify): Promise<VerifiedRequest | SignatureRefusal> => {
  const { method, path, headers } = request;
  const sequence = fieldOf(headers, 'station-sequence') ?? '';
  const verified = await verifyComponents(request, (digest) => requestComponents({ method, path, contentDigest: digest, sequence }));
  return verified.kind === 'verified' ? { ...verified, sequence: Number(sequence) } : verified;
};
