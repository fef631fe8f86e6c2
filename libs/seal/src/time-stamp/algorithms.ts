// SPDX-License-Identifier: AGPL-3.0-or-later
import type { KeyObject } from 'node:crypto';

export const SHA256 = '2.16.840.1.101.3.4.2.1';

/** The hashes that a time stamp may be made with (RFC 5754 §2); SHA-1 is none of them any more. */
export const HASHES: ReadonlyMap<string, string> = new Map([
  [SHA256, 'sha256'],
  ['2.16.840.1.101.3.4.2.2', 'sha384'],
  ['2.16.840.1.101.3.4.2.3', 'sha512'],
]);

interface SignatureAlgorithm {
  readonly keyType: NonNullable<KeyObject['asymmetricKeyType']>;
  /** Null: the one that the signer names beside it. */
  readonly hash: string | null;
}

/** RSASSA-PKCS1-v1_5 (RFC 3370 §3.2, RFC 5754 §3.2) and ECDSA (RFC 5753 §7.2). */
export const SIGNATURES: ReadonlyMap<string, SignatureAlgorithm> = new Map([
  ['1.2.840.113549.1.1.1', { keyType: 'rsa', hash: null }],
  ['1.2.840.113549.1.1.11', { keyType: 'rsa', hash: 'sha256' }],
  ['1.2.840.113549.1.1.12', { keyType: 'rsa', hash: 'sha384' }],
  ['1.2.840.113549.1.1.13', { keyType: 'rsa', hash: 'sha512' }],
  ['1.2.840.10045.4.3.2', { keyType: 'ec', hash: 'sha256' }],
  ['1.2.840.10045.4.3.3', { keyType: 'ec', hash: 'sha384' }],
  ['1.2.840.10045.4.3.4', { keyType: 'ec', hash: 'sha512' }],
]);

/** A copy that the ASN.1 library takes. */
export const arrayBufferOf = (bytes: Uint8Array): ArrayBuffer => Uint8Array.from(bytes).buffer;
