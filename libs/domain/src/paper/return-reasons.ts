// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ThingToBring } from './what-to-bring';

/** Why somebody goes home without what they came for, as the slip tells it in words. */
export const RETURN_CAUSES = [
  'no-chip',
  'chip-unreadable',
  'not-a-health-card',
  'unsupported',
  'other-region',
  'card-expired',
  'certificate-expired',
  'card-in-doubt',
  'already-active',
  'not-active-yet',
  'codes-not-replaceable',
  'card-suspended',
  'card-over',
  'minor',
  'another-applicant',
  'another-desk',
  'own-card',
  'document-expired',
  'paper-identity-card',
  'document-not-accepted',
  'provisional-code',
  'identity-in-doubt',
  'papers-missing',
  'delegation-missing',
  'delegation-names-another',
  'approval-waiting',
  'approval-refused',
  'desk-cannot-today',
] as const;

export type ReturnCause = (typeof RETURN_CAUSES)[number];

/** The cause behind each code with which the desk says no and after which a citizen may go home. */
const CAUSE_OF_CODE = {
  'no-chip': 'no-chip',
  unreadable: 'chip-unreadable',
  'faulty-chip': 'chip-unreadable',
  'not-cns': 'not-a-health-card',
  'professional-card': 'not-a-health-card',
  unsupported: 'unsupported',
  'other-region': 'other-region',
  'card-expired': 'card-expired',
  'certificate-expired': 'certificate-expired',
  'certificate-untrusted': 'card-in-doubt',
  'certificate-of-another-card': 'card-in-doubt',
  'state-unknown': 'card-in-doubt',
  'proof-invalid': 'card-in-doubt',
  'already-active': 'already-active',
  'not-active-yet': 'not-active-yet',
  'codes-not-replaceable': 'codes-not-replaceable',
  'card-suspended': 'card-suspended',
  'card-revoked': 'card-over',
  'card-replaced': 'card-over',
  'minor-as-holder': 'minor',
  'kind-not-for-age': 'another-applicant',
  'applicant-is-holder': 'another-applicant',
  'applicant-not-adult': 'another-applicant',
  'applicant-card-differs': 'identity-in-doubt',
  'kind-not-at-desk': 'another-desk',
  'own-card': 'own-card',
  'applicant-is-operator': 'own-card',
  'document-expired': 'document-expired',
  'paper-id': 'paper-identity-card',
  'document-incomplete': 'document-not-accepted',
  'document-not-yet-issued': 'document-not-accepted',
  'document-dates-disagree': 'document-not-accepted',
  'document-number-malformed': 'document-not-accepted',
  'document-type-unknown': 'document-not-accepted',
  'document-not-accepted': 'document-not-accepted',
  'document-photo': 'document-not-accepted',
  'document-loss-report': 'document-not-accepted',
  'document-is-card': 'document-not-accepted',
  'stp-eni': 'provisional-code',
  'decision-missing': 'identity-in-doubt',
  'face-not-confirmed': 'identity-in-doubt',
  'paper-missing': 'papers-missing',
  'declaration-missing': 'papers-missing',
  'decree-missing': 'papers-missing',
  'delegation-missing': 'delegation-missing',
  'delegation-names-another': 'delegation-names-another',
  'approval-waiting': 'approval-waiting',
  'approval-ended': 'approval-waiting',
  'approval-refused-by-supervisor': 'approval-refused',
  'supervisor-needed': 'desk-cannot-today',
  'no-sheets': 'desk-cannot-today',
  'printing-stopped': 'desk-cannot-today',
  'printer-unavailable': 'desk-cannot-today',
  'stationery-not-blind': 'desk-cannot-today',
  'station-offline': 'desk-cannot-today',
  'transport-codes-missing': 'desk-cannot-today',
  'issuer-key-missing': 'desk-cannot-today',
  'issuer-key-stopped': 'desk-cannot-today',
  unavailable: 'desk-cannot-today',
} as const satisfies Readonly<Record<string, ReturnCause>>;

export type ReturnReason = keyof typeof CAUSE_OF_CODE;

export const RETURN_REASONS = Object.keys(CAUSE_OF_CODE) as readonly ReturnReason[];

export function causeOfReturn(reason: ReturnReason): ReturnCause {
  return CAUSE_OF_CODE[reason];
}

const AGAIN = ['holder-card', 'applicant-identity-document'] as const satisfies readonly ThingToBring[];

const BROUGHT_BACK: Readonly<Record<ReturnCause, readonly ThingToBring[]>> = {
  'no-chip': [],
  'chip-unreadable': [],
  'not-a-health-card': AGAIN,
  unsupported: [],
  'other-region': [],
  'card-expired': AGAIN,
  'certificate-expired': [],
  'card-in-doubt': AGAIN,
  'already-active': AGAIN,
  'not-active-yet': AGAIN,
  'codes-not-replaceable': [],
  'card-suspended': AGAIN,
  'card-over': AGAIN,
  minor: ['holder-card', 'applicant-card', 'applicant-identity-document'],
  'another-applicant': AGAIN,
  'another-desk': AGAIN,
  'own-card': AGAIN,
  'document-expired': AGAIN,
  'paper-identity-card': AGAIN,
  'document-not-accepted': AGAIN,
  'provisional-code': [],
  'identity-in-doubt': AGAIN,
  'papers-missing': AGAIN,
  'delegation-missing': ['holder-card', 'applicant-identity-document', 'delegation', 'holder-document-copy'],
  'delegation-names-another': ['holder-card', 'applicant-identity-document', 'delegation', 'holder-document-copy'],
  'approval-waiting': AGAIN,
  'approval-refused': AGAIN,
  'desk-cannot-today': AGAIN,
};

/** What the slip asks to bring back; nothing where coming back does not help. */
export function thingsToBringBack(reason: ReturnReason): readonly ThingToBring[] {
  return BROUGHT_BACK[causeOfReturn(reason)];
}
