// SPDX-License-Identifier: AGPL-3.0-or-later
import { constants, createPublicKey, verify } from 'node:crypto';
import { parseCertificate } from './parse-certificate';

export interface ChipSignatureCheck {
  readonly certificateDer: Uint8Array;
  /** The bytes of proofStatement(); hashed here. */
  readonly statement: Uint8Array;
  readonly signature: Uint8Array;
}

/** RSA PKCS#1 v1.5 over SHA-256 (RFC 8017 §8.2.2) by the certificate's key. Says nothing about the certificate itself. */
export function verifyChipSignature({ certificateDer, statement, signature }: ChipSignatureCheck): boolean {
  const certificate = parseCertificate(certificateDer);
  if (!certificate) return false;
  const key = createPublicKey({ key: Buffer.from(certificate.publicKey.rawData), format: 'der', type: 'spki' });
  if (key.asymmetricKeyType !== 'rsa') return false;
  return verify('sha256', statement, { key, padding: constants.RSA_PKCS1_PADDING }, signature);
}
