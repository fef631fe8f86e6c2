// SPDX-License-Identifier: AGPL-3.0-or-later
import type { SigningKey } from '../signing/signing-key';
import { contentDigest } from './content-digest';
import { freshNonce } from './fresh-nonce';
import { requestComponents } from './request-components';
import { signatureBase } from './signature-base';
import { signatureLabel, writeParameters, writeSignature } from './signature-fields';

export type RequestToSign = {
  readonly method: string;
  /** The request target as it will be sent: absolute path and query. */
  readonly path: string;
  /** The very bytes that will be sent; left out when there are none. */
  readonly body?: Uint8Array | string;
  /** The station's own count of its requests, which only grows; the receiver refuses one that it has seen. */
  readonly sequence: number;
  readonly key: SigningKey;
  readonly now: Date;
  /** At most 64 characters of base64url; a fresh random one unless given. */
  readonly nonce?: string;
};

/** The header fields to add to the request. */
export type RequestSignatureHeaders = {
  readonly 'content-digest': string;
  readonly 'station-sequence': string;
  readonly 'signature-input': string;
  readonly signature: string;
};

/**
 * Signs a request (RFC 9421) over method, path, query, body digest, sequence and time.
 *
 * @throws TypeError when the path is no request target or the sequence no natural number.
 */
export const signRequest = async (request: RequestToSign): Promise<RequestSignatureHeaders> => {
  const { method, path, body, sequence, key, now, nonce = freshNonce() } = request;
  if (!Number.isSafeInteger(sequence) || sequence < 0) throw new TypeError('the sequence is no natural number');
  const digest = contentDigest(body);
  const covered = requestComponents({ method, path, contentDigest: digest, sequence: String(sequence) });
  if (covered === undefined) throw new TypeError('not a request target');
  const parameters = { created: Math.floor(now.getTime() / 1000), nonce, keyId: key.keyId };
  const signature = await key.sign(signatureBase(covered, parameters));
  return {
    'content-digest': digest,
    'station-sequence': String(sequence),
    'signature-input': `${signatureLabel}=${writeParameters({ ...parameters, components: covered.map(([component]) => component) })}`,
    signature: writeSignature(signature),
  };
};
