// SPDX-License-Identifier: AGPL-3.0-or-later
export const OPEN_REVOCATION_STATES = ['logged', 'verified', 'transmitted', 'waiting', 'accepted', 'refused-by-authority', 'silent', 'awaiting-supervisor'] as const;

/** `confirmed`: seen in CRL or OCSP. */
export const FINAL_REVOCATION_STATES = ['confirmed', 'rejected'] as const;

export const REVOCATION_STATES = [...OPEN_REVOCATION_STATES, ...FINAL_REVOCATION_STATES] as const;

export type OpenRevocationState = (typeof OPEN_REVOCATION_STATES)[number];
export type FinalRevocationState = (typeof FINAL_REVOCATION_STATES)[number];
/** Where a request stands, from the call to the certificate's end. `awaiting-supervisor` is the dead letter: somebody has to look. */
export type RevocationState = OpenRevocationState | FinalRevocationState;

export function isOpenRevocation(state: RevocationState): state is OpenRevocationState {
  return OPEN_REVOCATION_STATES.some((open) => open === state);
}
