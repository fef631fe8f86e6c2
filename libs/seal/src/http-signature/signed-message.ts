// SPDX-License-Identifier: AGPL-3.0-or-later
import { verifyBytes } from '../signing/sign-bytes';
import type { SigningKey } from '../signing/signing-key';
import { contentDigest } from './content-digest';
import { freshNonce } from './fresh-nonce';
import { fieldOf, type HeaderFields } from './header-fields';
import { type CoveredComponent, signatureBase } from './signature-base';
import { readParameters, readSignature, signatureLabel, writeParameters, writeSignature } from './signature-fields';
import { type SignatureRefusal, skewRefusal } from './signature-refusal';

/** The public key enrolled under a key id, or nothing when there is none in force. */
export type KeyOf = (keyId: string) => Promise<string | undefined> | string | undefined;

export type SignatureHeaders = { readonly 'signature-input': string; readonly signature: string };

/** How and when a message is signed. */
export type Signing = {
  readonly key: SigningKey;
  /** The name under which the receiver finds the public key: letters, digits, `-` and `_`, at most 64; the key's thumbprint unless given. */
  readonly keyId?: string;
  readonly now: Date;
  /** At most 64 characters of base64url; a fresh random one unless given. */
  readonly nonce?: string;
};

/**
 * Signs the components of a message.
 *
 * @throws TypeError when key id or nonce are not of their shape.
 */
export const signComponents = async (components: readonly CoveredComponent[], signing: Signing): Promise<SignatureHeaders> => {
  const { key, keyId = key.keyId, now, nonce = freshNonce() } = signing;
  const parameters = { components: namesOf(components), created: Math.floor(now.getTime() / 1000), nonce, keyId };
  const field = `${signatureLabel}=${writeParameters(parameters)}`;
  if (readParameters(field) === undefined) throw new TypeError('not a key id or nonce');
  const signature = await key.sign(signatureBase(components, parameters));
  return { 'signature-input': field, signature: writeSignature(signature) };
};

export type ReceivedMessage = {
  readonly headers: HeaderFields;
  /** The body's bytes as received. */
  readonly body?: Uint8Array | string;
  readonly keyOf: KeyOf;
  readonly now: Date;
  readonly maxSkewSeconds: number;
};

export type VerifiedSignature = { readonly kind: 'verified'; readonly keyId: string; readonly created: Date; readonly nonce: string };

/**
 * Verifies a message against the components that its signature has to cover: no more, no less, in this order. `componentsOf` makes them of the claimed
 * `Content-Digest`, or says that the message cannot have them.
 */
export const verifyComponents = async (
  { headers, body, keyOf, now, maxSkewSeconds }: ReceivedMessage,
  componentsOf: (contentDigest: string) => readonly CoveredComponent[] | undefined,
): Promise<VerifiedSignature | SignatureRefusal> => {
  const inputField = fieldOf(headers, 'signature-input');
  const signatureField = fieldOf(headers, 'signature');
  if (inputField === undefined || signatureField === undefined) return { kind: 'missing-signature' };

  const parameters = readParameters(inputField);
  const signature = readSignature(signatureField);
  const digest = fieldOf(headers, 'content-digest');
  const components = digest === undefined ? undefined : componentsOf(digest);
  if (parameters === undefined || signature === undefined || components === undefined) return { kind: 'malformed' };
  if (namesOf(components).join(' ') !== parameters.components.join(' ')) return { kind: 'malformed' };

  const { keyId, created, nonce } = parameters;
  const publicKey = await keyOf(keyId);
  if (publicKey === undefined) return { kind: 'unknown-key', keyId };
  if (!verifyBytes(signatureBase(components, parameters), signature, publicKey)) return { kind: 'bad-signature' };
  // The signature holds, so the digest is the sender's own: a body that does not fit it was changed on the way.
  if (digest !== contentDigest(body)) return { kind: 'digest-mismatch' };
  return skewRefusal({ created, now, maxSkewSeconds }) ?? { kind: 'verified', keyId, created: new Date(created * 1000), nonce };
};

const namesOf = (components: readonly CoveredComponent[]): readonly string[] => components.map(([name]) => name);
