// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CallCategory } from './call';
import type { PlaceToGo } from './places-to-go';

/** What the help desk says and does, by its name; the words are the page's. */
export const SCRIPT_STEPS = [
  'ask-card-type',
  'ask-card-dates',
  'ask-tries-left',
  'ask-operating-system',
  'ask-browser',
  'ask-who-for',
  'ask-document-kind',
  'ask-cip',
  'ask-when-noticed',
  'ask-report-or-declaration',
  'ask-address-of-residence',
  'ask-service-tried',
  'say-codes-known-to-nobody',
  'say-puk-unblocks',
  'say-puk-blocks-for-good',
  'say-envelope-has-all-codes',
  'say-duplicate-at-desk',
  'say-cip-not-by-phone',
  'say-install-software',
  'say-open-with-certificate',
  'say-restart-browser',
  'say-self-check-page',
  'say-card-without-chip-is-valid',
  'say-spid-or-cie-instead',
  'say-card-comes-by-post-inactive',
  'say-never-delivered',
  'say-data-come-from-registry',
  'say-stripe-and-team-work',
  'say-who-may-come',
  'say-what-to-bring',
  'say-spid-requirements',
  'say-spid-recognition-ways',
  'say-only-cie-three',
  'say-cie-pin-in-two-halves',
  'say-cie-needs-phone-or-reader',
  'say-cieid-app',
  'say-cie-block-line',
  'say-cie-block-data',
  'say-paper-identity-card-municipality',
  'say-opening-hours',
  'say-desk-list',
  'record-revocation',
  'read-effects-back',
  'give-request-number',
  'say-replacement-checklist',
] as const;

export type ScriptStep = (typeof SCRIPT_STEPS)[number];

/** What the help desk can do itself on the telephone. */
export const PHONE_ACTS = ['explain', 'revoke-by-cip', 'record-unverified-request', 'find-desk', 'arrange-call-back'] as const;

export type PhoneAct = (typeof PHONE_ACTS)[number];

/** What it cannot, whoever calls. */
export const NOT_BY_PHONE = [
  'new-codes',
  'unblock-card',
  'give-cip',
  'activate',
  'replace-card',
  'correct-data',
  'act-for-another',
  'revoke-without-cip',
  'reactivate-certificate',
  'give-or-mend-spid',
  'block-cie',
  'give-cie-pin',
  'mend-a-service',
] as const;

export type NotByPhone = (typeof NOT_BY_PHONE)[number];

export interface CallScript {
  readonly steps: readonly ScriptStep[];
  readonly byPhone: readonly PhoneAct[];
  /** What cannot be done by phone, and where it can; the first place is named first. */
  readonly elsewhere: readonly { readonly what: NotByPhone; readonly goTo: readonly PlaceToGo[] }[];
}

const NEW_CODES = { what: 'new-codes', goTo: ['any-desk'] } as const;
const WITHOUT_CIP = { what: 'revoke-without-cip', goTo: ['any-desk-with-document'] } as const;
const REPLACEMENT = { what: 'replace-card', goTo: ['own-asl', 'agenzia-entrate'] } as const;

/** One row per category. Codes are known to nobody, so that no step asks for a PIN or a PUK, and none gives one. */
export const CALL_SCRIPTS: Readonly<Record<CallCategory, CallScript>> = {
  'pin-forgotten': {
    steps: ['ask-tries-left', 'say-codes-known-to-nobody', 'say-envelope-has-all-codes', 'say-puk-unblocks', 'say-duplicate-at-desk', 'say-what-to-bring', 'say-desk-list'],
    byPhone: ['explain', 'find-desk'],
    elsewhere: [NEW_CODES],
  },
  'card-blocked': {
    steps: ['ask-tries-left', 'say-puk-unblocks', 'say-puk-blocks-for-good', 'say-duplicate-at-desk', 'say-stripe-and-team-work', 'say-desk-list'],
    byPhone: ['explain', 'revoke-by-cip', 'find-desk'],
    elsewhere: [{ what: 'unblock-card', goTo: ['any-desk'] }, REPLACEMENT, WITHOUT_CIP],
  },
  'puk-lost': {
    steps: ['say-codes-known-to-nobody', 'say-envelope-has-all-codes', 'say-duplicate-at-desk', 'say-what-to-bring', 'say-desk-list'],
    byPhone: ['explain', 'find-desk'],
    elsewhere: [NEW_CODES],
  },
  'cip-lost': {
    steps: ['say-cip-not-by-phone', 'say-envelope-has-all-codes', 'say-duplicate-at-desk', 'say-what-to-bring', 'say-desk-list'],
    byPhone: ['explain', 'find-desk'],
    elsewhere: [{ what: 'give-cip', goTo: ['any-desk'] }, WITHOUT_CIP],
  },
  'card-software': {
    steps: ['ask-card-type', 'ask-operating-system', 'say-install-software', 'say-restart-browser', 'say-self-check-page'],
    byPhone: ['explain', 'arrange-call-back'],
    elsewhere: [],
  },
  'browser-certificate': {
    steps: ['ask-service-tried', 'ask-browser', 'ask-operating-system', 'say-open-with-certificate', 'say-restart-browser', 'say-self-check-page'],
    byPhone: ['explain', 'arrange-call-back'],
    elsewhere: [{ what: 'mend-a-service', goTo: ['service-owner'] }],
  },
  'no-chip': {
    steps: ['ask-card-dates', 'say-card-without-chip-is-valid', 'say-stripe-and-team-work', 'say-spid-or-cie-instead'],
    byPhone: ['explain'],
    elsewhere: [],
  },
  'not-arrived': {
    steps: ['ask-address-of-residence', 'say-card-comes-by-post-inactive', 'say-never-delivered', 'say-spid-or-cie-instead'],
    byPhone: ['explain'],
    elsewhere: [{ what: 'replace-card', goTo: ['agenzia-entrate'] }],
  },
  'wrong-data': {
    steps: ['ask-card-dates', 'say-data-come-from-registry', 'say-stripe-and-team-work'],
    byPhone: ['explain', 'revoke-by-cip', 'record-unverified-request'],
    elsewhere: [{ what: 'correct-data', goTo: ['agenzia-entrate', 'municipality'] }, REPLACEMENT, WITHOUT_CIP],
  },
  'lost-or-stolen': {
    steps: ['ask-who-for', 'ask-cip', 'ask-when-noticed', 'ask-report-or-declaration', 'record-revocation', 'read-effects-back', 'give-request-number', 'say-replacement-checklist'],
    byPhone: ['revoke-by-cip', 'record-unverified-request', 'explain', 'find-desk'],
    elsewhere: [REPLACEMENT, WITHOUT_CIP, { what: 'reactivate-certificate', goTo: ['any-desk'] }],
  },
  'on-behalf': {
    steps: ['ask-who-for', 'say-who-may-come', 'say-what-to-bring', 'say-desk-list'],
    byPhone: ['explain', 'revoke-by-cip', 'find-desk'],
    elsewhere: [{ what: 'act-for-another', goTo: ['any-desk'] }, { what: 'activate', goTo: ['any-desk'] }, WITHOUT_CIP],
  },
  spid: {
    steps: ['ask-service-tried', 'say-spid-requirements', 'say-spid-recognition-ways', 'say-only-cie-three'],
    byPhone: ['explain'],
    elsewhere: [{ what: 'give-or-mend-spid', goTo: ['spid-provider'] }],
  },
  'cie-use': {
    steps: ['ask-document-kind', 'say-only-cie-three', 'say-cie-needs-phone-or-reader', 'say-cieid-app', 'say-cie-pin-in-two-halves'],
    byPhone: ['explain'],
    elsewhere: [{ what: 'give-cie-pin', goTo: ['municipality', 'cie-support'] }],
  },
  'cie-block': {
    steps: ['ask-document-kind', 'say-cie-block-line', 'say-cie-block-data', 'say-paper-identity-card-municipality'],
    byPhone: ['explain'],
    elsewhere: [{ what: 'block-cie', goTo: ['police', 'cie-block-line', 'issuing-municipality'] }],
  },
  'opening-hours': { steps: ['say-opening-hours', 'say-desk-list'], byPhone: ['explain', 'find-desk'], elsewhere: [] },
  other: { steps: [], byPhone: ['explain', 'revoke-by-cip', 'find-desk', 'arrange-call-back'], elsewhere: [WITHOUT_CIP] },
};
