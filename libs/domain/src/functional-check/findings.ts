// SPDX-License-Identifier: AGPL-3.0-or-later
/** What a functional check looks at, in the order in which it is told. */
export const CHECKS = ['chip', 'dates', 'certificate', 'state', 'revocation', 'lot'] as const;
export type Check = (typeof CHECKS)[number];

export const CHECK_OUTCOMES = ['ok', 'warning', 'bad', 'not-checked'] as const;
export type CheckOutcome = (typeof CHECK_OUTCOMES)[number];

/** What is to be done, and said, about the whole. */
export const CHECK_ADVICE = ['fine', 'activate', 'expires-soon', 'push-in', 'no-chip', 'clean-and-replace', 'not-ours', 'renew', 'replace', 'suspended', 'revoked', 'numbers', 'bad-lot'] as const;
export type CheckAdvice = (typeof CHECK_ADVICE)[number];

export interface FindingRule {
  readonly check: Check;
  readonly outcome: CheckOutcome;
  readonly advice?: CheckAdvice;
}

/** Every finding, and what it means for the card. A card whose chip cannot be read is judged by nothing else. */
export const FINDING_RULES = {
  'chip-read': { check: 'chip', outcome: 'ok' },
  'chip-odd': { check: 'chip', outcome: 'warning', advice: 'numbers' },
  'no-chip': { check: 'chip', outcome: 'bad', advice: 'no-chip' },
  unreadable: { check: 'chip', outcome: 'bad', advice: 'clean-and-replace' },
  'faulty-chip': { check: 'chip', outcome: 'bad', advice: 'clean-and-replace' },
  // Nothing is known of such a card but that it is none of ours, or is not where it is read.
  'not-pushed-in': { check: 'chip', outcome: 'warning', advice: 'push-in' },
  'not-cns': { check: 'chip', outcome: 'warning', advice: 'not-ours' },
  unsupported: { check: 'chip', outcome: 'warning', advice: 'not-ours' },
  'professional-card': { check: 'chip', outcome: 'warning', advice: 'not-ours' },

  'in-force': { check: 'dates', outcome: 'ok' },
  'expires-soon': { check: 'dates', outcome: 'ok', advice: 'expires-soon' },
  'not-yet-issued': { check: 'dates', outcome: 'warning', advice: 'numbers' },
  'date-passed': { check: 'dates', outcome: 'bad', advice: 'renew' },
  'dates-not-read': { check: 'dates', outcome: 'not-checked' },

  'certificate-valid': { check: 'certificate', outcome: 'ok' },
  'certificate-expired': { check: 'certificate', outcome: 'bad', advice: 'renew' },
  'certificate-not-yet-valid': { check: 'certificate', outcome: 'bad', advice: 'replace' },
  'certificate-untrusted': { check: 'certificate', outcome: 'bad', advice: 'replace' },
  'certificate-of-another-card': { check: 'certificate', outcome: 'bad', advice: 'replace' },
  'certificate-not-read': { check: 'certificate', outcome: 'not-checked' },

  active: { check: 'state', outcome: 'ok' },
  inactive: { check: 'state', outcome: 'ok', advice: 'activate' },
  suspended: { check: 'state', outcome: 'bad', advice: 'suspended' },
  revoked: { check: 'state', outcome: 'bad', advice: 'revoked' },
  expired: { check: 'state', outcome: 'bad', advice: 'renew' },
  replaced: { check: 'state', outcome: 'bad', advice: 'revoked' },
  unknown: { check: 'state', outcome: 'not-checked' },

  'revocation-none': { check: 'revocation', outcome: 'ok' },
  'revocation-found': { check: 'revocation', outcome: 'bad', advice: 'revoked' },
  'revocation-not-checked': { check: 'revocation', outcome: 'not-checked' },

  'lot-none': { check: 'lot', outcome: 'ok' },
  'lot-reported': { check: 'lot', outcome: 'warning', advice: 'bad-lot' },
  'lot-not-checked': { check: 'lot', outcome: 'not-checked' },
} as const satisfies Readonly<Record<string, FindingRule>>;

export type CheckFinding = keyof typeof FINDING_RULES;
