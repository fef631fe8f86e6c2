// SPDX-License-Identifier: AGPL-3.0-or-later
import type { VaultIdentity } from '@sportello/contracts';
import type { SigningKey } from '@sportello/seal';
import type { AuditKeys } from './audit-keys';
import type { EvidenceKeys } from './evidence-keys';

/** The API's own keys, in memory while it runs. Each has one use. */
export abstract class Keys {
  /** Signs the jobs that stations carry out. */
  abstract readonly signing: SigningKey;
  /** Opens what stations seal for the API's eyes (base64url of the PKCS#8). */
  abstract readonly sealingPrivateKey: string;
  abstract readonly sealingPublicKey: string;
  /** HMAC over ID_Carta and CIP, before bcrypt: a stolen database alone allows no guessing. */
  abstract readonly cip: Uint8Array;
  /** HMAC over the outer code. */
  abstract readonly outerCode: Uint8Array;
  /** HMACs of what is looked up and never shown: enrolment codes, accounts and sources of sign-ins. */
  abstract readonly lookup: Uint8Array;
  /** AES-256-GCM over the transport codes at rest. */
  abstract readonly transportCodes: Uint8Array;
  /** AES-256-GCM over the secrets of authenticator apps at rest. */
  abstract readonly secondFactors: Uint8Array;
  /** AES-256-GCM over the keys of files of evidence. */
  abstract readonly evidence: EvidenceKeys;
  /** Ed25519: they seal the blocks of the log. */
  abstract readonly audit: AuditKeys;
  /** The vault's public key: stations seal to it what the desk itself can never open. */
  abstract readonly vaultPublicKey: string;
  /** What the vault signed about that key; null: a bare key, and no program that could re-wrap. */
  abstract readonly vaultIdentity: VaultIdentity | null;
}
