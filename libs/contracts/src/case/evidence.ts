// SPDX-License-Identifier: AGPL-3.0-or-later
import { EVIDENCE_PAPERS, EVIDENCE_TYPES, WITHDRAWAL_REASONS } from '@sportello/domain';
import * as z from 'zod';
import { Id, Instant } from '../primitives';

/** A file of a case, by all that is known of it without looking at it. */
export const EvidenceFileView = z
  .object({
    id: Id,
    paper: z.enum(EVIDENCE_PAPERS),
    type: z.enum(EVIDENCE_TYPES),
    pages: z.int(),
    /** Bytes, as kept. */
    size: z.int(),
    addedAt: Instant,
    addedBy: z.string(),
    /** Added by mistake: the bytes are no more, and this is what is left. */
    withdrawal: z.object({ at: Instant, by: z.string(), reason: z.enum(WITHDRAWAL_REASONS) }).nullable(),
    /** When its term was over and the bytes were destroyed. */
    erasedAt: Instant.nullable(),
  })
  .meta({ id: 'EvidenceFile' });
export type EvidenceFileView = z.infer<typeof EvidenceFileView>;

export const EvidenceView = z
  .object({
    files: z.array(EvidenceFileView),
    /** Whether the caller may add a file now, and take one back. */
    canAdd: z.boolean(),
    canWithdraw: z.boolean(),
    limits: z.object({ bytes: z.int(), pixels: z.int(), pages: z.int(), files: z.int() }),
  })
  .meta({ id: 'Evidence' });
export type EvidenceView = z.infer<typeof EvidenceView>;

export const WithdrawEvidenceRequest = z.strictObject({ reason: z.enum(WITHDRAWAL_REASONS) }).meta({ id: 'WithdrawEvidenceRequest' });
export type WithdrawEvidenceRequest = z.infer<typeof WithdrawEvidenceRequest>;
