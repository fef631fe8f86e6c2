// SPDX-License-Identifier: AGPL-3.0-or-later
/** By which way somebody reached the help desk. */
export const CALL_CHANNELS = ['phone', 'e-mail', 'desk', 'public-page'] as const;

export type CallChannel = (typeof CALL_CHANNELS)[number];

export const CALLER_KINDS = ['holder', 'representative', 'desk-operator', 'office', 'other'] as const;

/** As whom they ask. */
export type CallerKind = (typeof CALLER_KINDS)[number];

/** What they ask for; each has a script. */
export const CALL_CATEGORIES = [
  'pin-forgotten',
  'card-blocked',
  'puk-lost',
  'cip-lost',
  'card-software',
  'browser-certificate',
  'no-chip',
  'not-arrived',
  'wrong-data',
  'lost-or-stolen',
  'on-behalf',
  'spid',
  'cie-use',
  'cie-block',
  'opening-hours',
  'other',
] as const;

/** As two people say it: '2026-1187'. */
export function callNumberOf({ year, number }: { readonly year: number; readonly number: number }): string {
  return `${year}-${number}`;
}

export type CallCategory = (typeof CALL_CATEGORIES)[number];

export const CALL_OUTCOMES = ['answered', 'sent-elsewhere', 'request-recorded', 'not-identified', 'follow-up', 'dropped'] as const;

/** How it ended. */
export type CallOutcome = (typeof CALL_OUTCOMES)[number];

export const CALL_FOLLOW_UPS = ['call-back', 'ask-supervisor', 'ask-technician', 'await-documents'] as const;

/** What is still to be done by the help desk, by a day that is told. */
export type CallFollowUp = (typeof CALL_FOLLOW_UPS)[number];

export const CALL_STATES = ['open', 'follow-up', 'closed'] as const;

/** A call is open while it is spoken, and then closed or kept for its follow-up. */
export type CallState = (typeof CALL_STATES)[number];

export const CALL_NOTES_LENGTH = 2_000;
