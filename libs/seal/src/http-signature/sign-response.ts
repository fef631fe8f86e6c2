// SPDX-License-Identifier: AGPL-3.0-or-later
import { verifyBytes } from '../signing/sign-bytes';
import type { SigningKey } from '../signing/signing-key';
import { contentDigest } from './content-digest';
import { freshNonce } from './fresh-nonce';
import { fieldOf, type HeaderFields } from './header-fields';
import { responseComponents } from './response-components';
import { signatureBase } from './signature-base';
import { readParameters, readSignature, signatureLabel, writeParameters, writeSignature } from './signature-fields';
import { type SignatureRefusal, skewRefusal } from './signature-refusal';

export type ResponseToSign = {
  readonly status: number;
  readonly body?: Uint8Array | string;
  /** The `Signature` field of the request that is answered, as it came. */
  readonly requestSignature: string;
  readonly key: SigningKey;
  readonly now: Date;
  readonly nonce?: string;
};

export type ResponseSignatureHeaders = {
  readonly 'content-digest': string;
  readonly 'signature-input': string;
  readonly signature: string;
};

/** Signs an answer together with the request that it answers. */
export const signResponse = async ({ status, body, requestSignature, key, now, nonce = freshNonce() }: ResponseToSign): Promise<ResponseSignatureHeaders> => {
  const digest = contentDigest(body);
  const covered = responseComponents({ status, contentDigest: digest, requestSignature });
  const parameters = { created: Math.floor(now.getTime() / 1000), nonce, keyId: key.keyId };
  const signature = await key.sign(signatureBase(covered, parameters));
  return {
    'content-digest': digest,
    'signature-input': `${signatureLabel}=${writeParameters({ ...parameters, components: covered.map(([component]) => component) })}`,
    signature: writeSignature(signature),
  };
};

export type ResponseToVerify = {
  readonly status: number;
  readonly headers: HeaderFields;
  readonly body?: Uint8Array | string;
  /** The `Signature` field of the request that was sent. */
  readonly requestSignature: string;
  readonly keyOf: (keyId: string) => Promise<string | undefined> | string | undefined;
  readonly now: Date;
  readonly maxSkewSeconds: number;
};

export type VerifiedResponse = { readonly kind: 'verified'; readonly keyId: string; readonly created: Date };

/** Verifies that an answer is the key's own, unchanged, and to this request. */
export const verifyResponse = async (response: ResponseToVerify): Promise<VerifiedResponse | SignatureRefusal> => {
  const { status, headers, body, requestSignature, keyOf, now, maxSkewSeconds } = response;
  const [input, signatureField] = [fieldOf(headers, 'signature-input'), fieldOf(headers, 'signature')];
  if (input === undefined || signatureField === undefined) return { kind: 'missing-signature' };
  const parameters = readParameters(input);
  const signature = readSignature(signatureField);
  const digest = fieldOf(headers, 'content-digest');
  if (parameters === undefined || signature === undefined || digest === undefined) return { kind: 'malformed' };
  const covered = responseComponents({ status, contentDigest: digest, requestSignature });
  if (parameters.components.join(' ') !== covered.map(([component]) => component).join(' ')) return { kind: 'malformed' };
  const publicKey = await keyOf(parameters.keyId);
  if (publicKey === undefined) return { kind: 'unknown-key', keyId: parameters.keyId };
  if (!verifyBytes(signatureBase(covered, parameters), signature, publicKey)) return { kind: 'bad-signature' };
  if (digest !== contentDigest(body)) return { kind: 'digest-mismatch' };
  return skewRefusal({ created: parameters.created, now, maxSkewSeconds }) ?? {
    kind: 'verified',
    keyId: parameters.keyId,
    created: new Date(parameters.created * 1000),
  };
};
