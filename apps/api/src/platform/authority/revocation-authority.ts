// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CertificateId } from './certificate-id';

/** CRLReason (RFC 5280 §5.3.1) of those that may be asked for; 8 (removeFromCRL) belongs to the authority, and 7 is not used. */
export const REVOCATION_REASONS = [0, 1, 2, 3, 4, 5, 6, 9, 10] as const;
export type RevocationReason = (typeof REVOCATION_REASONS)[number];

export interface RevocationRequest {
  readonly certificate: CertificateId;
  readonly reason: RevocationReason;
  /** 16 bytes in lower-case hex, drawn once for a request and kept with it: asked again after a silence, the authority sees that it is the same. */
  readonly transactionId: string;
  /** When the revocation was asked for: told to the authority as the date from which the certificate is not to be trusted. */
  readonly at: Date;
}

export type RevocationAnswer =
  | { readonly kind: 'accepted' }
  /** As good as accepted: the first answer got lost, or somebody else was quicker. */
  | { readonly kind: 'already-revoked' }
  /** `ticket` is kept, and brought along to `poll`. */
  | { readonly kind: 'waiting'; readonly pollAfterSeconds: number; readonly ticket: string }
  /** The authority's own words, cut and without control characters; its failures by their names (RFC 9810 §5.2.3). */
  | { readonly kind: 'rejected' | 'error'; readonly reason: string; readonly failures: readonly string[] }
  /** Nobody answered, or something in between did: whether the request arrived is not known. The same is asked again. */
  | { readonly kind: 'silence'; readonly because: string }
  /** An answer that is not believed. It says nothing of the certificate. */
  | { readonly kind: 'bad-answer'; readonly why: BadAnswer };

export type BadAnswer =
  | 'unreadable'
  | 'other-version'
  | 'not-protected'
  | 'algorithm-not-supported'
  | 'signature-invalid'
  | 'certificate-not-in-force'
  | 'other-transaction'
  | 'other-nonce'
  | 'unexpected-body'
  | 'other-certificate';

/** Whoever can revoke the certificates of the cards. What it answers is returned, whatever it is. */
export abstract class RevocationAuthority {
  abstract readonly kind: 'none' | 'cmp' | 'file';
  abstract revoke(request: RevocationRequest): Promise<RevocationAnswer>;
  /** What became of a request that was told to wait. */
  abstract poll(request: RevocationRequest, ticket: string): Promise<RevocationAnswer>;
}

const nobody = (): Promise<RevocationAnswer> => Promise.resolve({ kind: 'silence', because: 'not-configured' });

/** An installation that reaches no authority. */
export const NO_AUTHORITY: RevocationAuthority = { kind: 'none', revoke: nobody, poll: nobody };
