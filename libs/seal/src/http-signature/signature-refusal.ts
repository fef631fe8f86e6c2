// SPDX-License-Identifier: AGPL-3.0-or-later
/** Why a signed message is not believed. */
export type SignatureRefusal =
  | { readonly kind: 'missing-signature' }
  | { readonly kind: 'malformed' }
  | { readonly kind: 'unknown-key'; readonly keyId: string }
  | { readonly kind: 'bad-signature' }
  | { readonly kind: 'digest-mismatch' }
  | ClockSkew;

/** The signature holds but its time is too far from the receiver's; positive seconds: the sender's clock is ahead. */
export type ClockSkew = { readonly kind: 'clock-skew'; readonly seconds: number };

export const skewRefusal = ({ created, now, maxSkewSeconds }: {
  readonly created: number;
  readonly now: Date;
  readonly maxSkewSeconds: number;
}): ClockSkew | undefined => {
  const seconds = created - Math.floor(now.getTime() / 1000);
  return Math.abs(seconds) > maxSkewSeconds ? { kind: 'clock-skew', seconds } : undefined;
};
