// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * How many requests without a CIP that was recognised the public page records in a day. Anybody can send them: they must not use up the year's numbers, nor bury a
 * supervisor's work. The telephone stays open, and so does the page to whoever has the CIP.
 */
export const UNVERIFIED_A_DAY = { ofSource: 10, onClaim: 5, inAll: 1_000 } as const;

/** Of the last day, each as it concerns whoever sends another. */
export interface UnverifiedEarlier {
  readonly isOfSource: boolean;
  /** Of the same card or person, as far as anybody told. */
  readonly isOnClaim: boolean;
}

export function mayRecordAnotherUnverified(earlier: readonly UnverifiedEarlier[]): boolean {
  const { ofSource, onClaim, inAll } = UNVERIFIED_A_DAY;
  return earlier.length < inAll && earlier.filter(({ isOfSource }) => isOfSource).length < ofSource && earlier.filter(({ isOnClaim }) => isOnClaim).length < onClaim;
}
