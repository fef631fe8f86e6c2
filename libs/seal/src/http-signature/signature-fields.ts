// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * The two fields of a signed message, `Signature-Input` and `Signature` (RFC 9421 §4), as this system writes them: one signature, labelled `sig`.
 * Reading is strict: what does not write back to the same text is malformed. So no second reading of the same bytes exists (RFC 8941 allows several).
 */

export type SignatureParameters = {
  /** The names of the covered components as they are written: `"@method"`, `"content-digest"`. */
  readonly components: readonly string[];
  /** Seconds since 1970-01-01 UTC. */
  readonly created: number;
  readonly nonce: string;
  readonly keyId: string;
};

export const signatureLabel = 'sig';
const algorithm = 'ecdsa-p256-sha256';

/** The value of `@signature-params` (RFC 9421 §2.3), which is also what stands behind the label in `Signature-Input`. */
export const writeParameters = ({ components, created, nonce, keyId }: SignatureParameters): string =>
  `(${components.join(' ')});created=${created};nonce="${nonce}";keyid="${keyId}";alg="${algorithm}"`;

const parametersPattern = /^sig=\(([^()]*)\);created=([0-9]{1,12});nonce="([\w-]{1,64})";keyid="([\w-]{1,64})";alg="ecdsa-p256-sha256"$/;
const signaturePattern = /^sig=:([A-Za-z0-9+/]+={0,2}):$/;

/** What `Signature-Input` says, or nothing when it is not exactly what {@link writeParameters} would have written. */
export const readParameters = (field: string): SignatureParameters | undefined => {
  const [, list, created, nonce, keyId] = parametersPattern.exec(field) ?? [];
  if (list === undefined || created === undefined || nonce === undefined || keyId === undefined) return undefined;
  const parameters = { components: list.split(' '), created: Number(created), nonce, keyId };
  return `${signatureLabel}=${writeParameters(parameters)}` === field ? parameters : undefined;
};

/** The `Signature` field of a signature given in base64url. */
export const writeSignature = (signature: string): string => `${signatureLabel}=:${Buffer.from(signature, 'base64url').toString('base64')}:`;

/** The signature in base64url, or nothing when the field is not exactly one signature. */
export const readSignature = (field: string): string | undefined => {
  const base64 = signaturePattern.exec(field)?.[1];
  if (base64 === undefined) return undefined;
  const bytes = Buffer.from(base64, 'base64');
  return bytes.toString('base64') === base64 ? bytes.toString('base64url') : undefined;
};
