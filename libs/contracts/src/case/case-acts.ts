// SPDX-License-Identifier: AGPL-3.0-or-later
import { CASE_KINDS, DUPLICATE_REASONS } from '@sportello/domain';
import * as z from 'zod';
import { Id, Reason } from '../primitives';
import { EnvelopeStyleMessage } from './envelope-style';
import type { ProblemCode } from '../problem';

/** Opens the case of the card in the desk's reader, or finds the one that is open for it. */
export const OpenCaseRequest = z
  .strictObject({
    insertionId: Id,
    /** Left out: the one that is proposed for the card. */
    kind: z.enum(CASE_KINDS).exactOptional(),
    /** New codes for a card that is active. */
    duplicate: z.strictObject({ reason: z.enum(DUPLICATE_REASONS) }).exactOptional(),
    /** The case of the same visit whose applicant goes on with this card. */
    visit: Id.exactOptional(),
  })
  .meta({ id: 'OpenCaseRequest' });
export type OpenCaseRequest = z.infer<typeof OpenCaseRequest>;

/** Somebody else came than was thought: another of the kinds that are offered. */
export const ChangeKindRequest = z.strictObject({ revision: z.int(), kind: z.enum(CASE_KINDS) }).meta({ id: 'ChangeKindRequest' });
export type ChangeKindRequest = z.infer<typeof ChangeKindRequest>;

/** What the scanner read, or what was typed from the paper: an outer code, or a form's number. */
export const ScanRequest = z.strictObject({ text: z.string().trim().min(1).max(200) }).meta({ id: 'ScanRequest' });
export type ScanRequest = z.infer<typeof ScanRequest>;

/** Every other act states the revision of the case that its operator saw; an older one is refused as *case-changed*. */
export const CaseActRequest = z.strictObject({ revision: z.int() }).meta({ id: 'CaseActRequest' });
export type CaseActRequest = z.infer<typeof CaseActRequest>;

/** Prints an envelope with new codes; the style is kept with the case. Left out: the case's own. */
export const PrintEnvelopeRequest = z.strictObject({ revision: z.int(), envelope: EnvelopeStyleMessage.exactOptional() }).meta({ id: 'PrintEnvelopeRequest' });
export type PrintEnvelopeRequest = z.infer<typeof PrintEnvelopeRequest>;

export const VOID_REASONS = ['sheet-missing', 'sheet-damaged', 'sheet-illegible'] as const;
export const VoidEnvelopeRequest = z.strictObject({ revision: z.int(), reason: z.enum(VOID_REASONS) }).meta({ id: 'VoidEnvelopeRequest' });
export type VoidEnvelopeRequest = z.infer<typeof VoidEnvelopeRequest>;

export const REFUSAL_REASONS = [
  'document-expired',
  'paper-id',
  'document-not-accepted',
  'document-photo',
  'document-loss-report',
  'document-is-card',
  'document-incomplete',
  'stp-eni',
  'decision-missing',
  'face-not-confirmed',
  'own-card',
  'applicant-not-adult',
  'delegation-names-another',
  'paper-missing',
] as const satisfies readonly ProblemCode[];
export const RefuseCaseRequest = z
  .strictObject({ revision: z.int(), reason: z.enum(REFUSAL_REASONS), note: z.string().trim().max(500).nullable() })
  .meta({ id: 'RefuseCaseRequest' });
export type RefuseCaseRequest = z.infer<typeof RefuseCaseRequest>;

/** A supervisor's decision on a case that does not go on by itself, with the reason in their own words. */
export const CaseDecisionRequest = z.strictObject({ revision: z.int(), reason: Reason }).meta({ id: 'CaseDecisionRequest' });
export type CaseDecisionRequest = z.infer<typeof CaseDecisionRequest>;
