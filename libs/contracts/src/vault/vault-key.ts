// SPDX-License-Identifier: AGPL-3.0-or-later
import * as z from 'zod';
import { Base64Url, Instant } from '../primitives';

/** One version of the key to which the second blob of every set of codes is sealed. Versions only grow. */
export const VaultKey = z.strictObject({ version: z.int().min(1), sealingKey: Base64Url, madeAt: Instant });
export type VaultKey = z.infer<typeof VaultKey>;

/** A version as it travels: the signature is the vault's own, so that whoever pinned its signing key believes no other program about it. */
export const SignedVaultKey = z.strictObject({ key: VaultKey, signature: Base64Url }).meta({ id: 'SignedVaultKey' });
export type SignedVaultKey = z.infer<typeof SignedVaultKey>;

/** What the vault publishes of itself: the file that the API is given, and what stations pin. */
export const VaultIdentity = z.strictObject({ signingKey: Base64Url, current: SignedVaultKey });
export type VaultIdentity = z.infer<typeof VaultIdentity>;

/** The versions for which blobs are still alive, as the API signs it: what the vault needs to know before it destroys an old one. */
export const VaultKeysInUse = z.strictObject({
  at: Instant,
  /** Thumbprint of the key that print jobs name now. */
  named: Base64Url,
  /** Thumbprints of the keys, and how many living blobs each has. */
  keys: z.array(z.strictObject({ kid: Base64Url, blobs: z.int().min(1) })),
});
export type VaultKeysInUse = z.infer<typeof VaultKeysInUse>;
export const SignedVaultKeysInUse = z.strictObject({ inUse: VaultKeysInUse, signature: Base64Url });
export type SignedVaultKeysInUse = z.infer<typeof SignedVaultKeysInUse>;
