// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CoveredComponent } from './signature-base';

/**
 * What a response's signature covers: status, body, and the signature of the request that it answers (RFC 9421 §2.4), which itself covers that request's method,
 * path, body, sequence and nonce. So an answer fits one question only.
 */
export const responseComponents = ({ status, contentDigest, requestSignature }: {
  readonly status: number;
  readonly contentDigest: string;
  /** The request's `Signature` field. */
  readonly requestSignature: string;
}): readonly CoveredComponent[] => [
  ['"@status"', String(status)],
  ['"content-digest"', contentDigest],
  ['"signature";req', requestSignature],
];
