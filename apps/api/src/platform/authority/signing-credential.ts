// SPDX-License-Identifier: AGPL-3.0-or-later
import { AlgorithmIdentifier } from '@peculiar/asn1-x509';
import { type KeyObject, sign, type X509Certificate } from 'node:crypto';

/** What we sign to the authority with. */
export interface SigningCredential {
  readonly key: KeyObject;
  readonly certificate: X509Certificate;
  /** From its issuer upwards, as far as the authority has to be told. */
  readonly chain: readonly X509Certificate[];
}

const RSA_ENCRYPTION = '1.2.840.113549.1.1.1';
const RSA_WITH_SHA256 = '1.2.840.113549.1.1.11';
const ECDSA_WITH_SHA256 = '1.2.840.10045.4.3.2';

const isRsa = ({ key }: SigningCredential): boolean => key.asymmetricKeyType === 'rsa';

/** Signature by SHA-256 (RFC 4055 §5, RFC 5758 §3.2). */
export const signatureAlgorithmOf = (credential: SigningCredential): AlgorithmIdentifier =>
  isRsa(credential) ? new AlgorithmIdentifier({ algorithm: RSA_WITH_SHA256, parameters: null }) : new AlgorithmIdentifier({ algorithm: ECDSA_WITH_SHA256 });

/** In CMS an RSA signature is named without its hash (RFC 3370 §3.2). */
export const cmsSignatureAlgorithmOf = (credential: SigningCredential): AlgorithmIdentifier =>
  isRsa(credential) ? new AlgorithmIdentifier({ algorithm: RSA_ENCRYPTION, parameters: null }) : signatureAlgorithmOf(credential);

/** Asynchronous: a signature by RSA takes a millisecond and more. */
export const signBy = (credential: SigningCredential, bytes: Uint8Array): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    sign('sha256', bytes, credential.key, (error, signature) => (error ? reject(error) : resolve(signature)));
  });
