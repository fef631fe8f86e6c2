// SPDX-License-Identifier: AGPL-3.0-or-later
import * as z from 'zod';

/**
 * Every way in which the API says no. A code is stable for ever: pages, stations and other programs key their words on it.
 * The first group is about the caller, the second about the card and the citizen, the third about paper, the last about the system.
 */
export const PROBLEM_CODES = [
  'invalid-request',
  'not-signed-in',
  'sign-in-failed',
  'too-many-attempts',
  'csrf-token-missing',
  'forbidden',
  'not-found',
  'idempotency-key-missing',
  'idempotency-key-reused',
  'forbidden-transition',
  'case-changed',

  'no-card',
  'card-removed',
  'card-changed',
  'wrong-card',
  'no-chip',
  'unreadable',
  'not-cns',
  'unsupported',
  'not-pushed-in',
  'faulty-chip',
  'professional-card',
  'other-region',
  'card-expired',
  'certificate-expired',
  'certificate-untrusted',
  'certificate-of-another-card',
  'already-active',
  'card-suspended',
  'card-revoked',
  'card-replaced',
  'state-unknown',
  'minor-as-holder',
  'own-card',
  'own-case',
  'case-at-another-desk',
  'document-incomplete',
  'document-expired',
  'document-not-yet-issued',
  'document-dates-disagree',
  'document-number-malformed',
  'document-type-unknown',
  'paper-id',
  'decision-missing',
  'face-not-confirmed',

  'no-sheets',
  'wrong-sheet',
  'scan-not-understood',
  'scan-too-early',
  'sheet-of-another-case',
  'sheet-of-another-desk',
  'sheet-spoiled',
  'sheet-already-scanned',
  'sheet-already-delivered',
  'form-of-another-case',

  'station-offline',
  'no-station',
  'printer-unavailable',
  'transport-codes-missing',
  'issuer-key-missing',
  'issuer-key-stopped',
  'challenge-refused',
  'supervisor-needed',
  'codes-may-be-on-card',
  'enrolment-code-unknown',
  'station-unknown',
  'signature-invalid',
  'clock-skew',
  'replayed',
  'lease-lost',
  'job-unknown',
  'intent-voided',
  'intent-differs',
  'proof-invalid',
  'overloaded',
  'unavailable',
  'internal',
] as const;

export const ProblemCode = z.enum(PROBLEM_CODES);
export type ProblemCode = z.infer<typeof ProblemCode>;

/** application/problem+json (RFC 9457). `details` holds the data that the words need: never a secret, never more of a person than the caller sent. */
export const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: ProblemCode,
    detail: z.string().optional(),
    requestId: z.string(),
    details: z.record(z.string(), z.unknown()).optional(),
  })
  .meta({ id: 'Problem' });
export type Problem = z.infer<typeof Problem>;
