// SPDX-License-Identifier: AGPL-3.0-or-later

export interface ChipSignatureCheck {
  readonly certificateDer: Uint8Array;
  /** The bytes of proofStatement(); hashed here. */
  readonly statement: Uint8Array;
  readonly signature: Uint8Array;
}

/** RSA PKCS#1 v1.5 over SHA-256 (RFC 8017 §8.2.2) by the certificate's key. Says nothing about the certificate. */
export declare function verifyChipSignature(check: ChipSignatureCheck): boolean;
