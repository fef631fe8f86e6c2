// SPDX-License-Identifier: AGPL-3.0-or-later
import { APPLICATION_WARNINGS, APPROVAL_STATES, CASE_KINDS, CASE_PURPOSES } from '@sportello/domain';
import * as z from 'zod';
import { Id, Instant, LocalDateText, Reason } from '../primitives';
import { Decree } from './application';

/** How a case stands with the supervisor's approval. */
export const CaseApprovalView = z
  .object({
    id: Id,
    state: z.enum(APPROVAL_STATES),
    askedAt: Instant,
    expiresAt: Instant,
    /** Display names. */
    askedBy: z.string(),
    decidedBy: z.string().nullable(),
    reason: z.string().nullable(),
    /** The citizen went, and comes back without queueing: the request waits until the end of the next day. */
    isDeferred: z.boolean(),
    /** The last day on which an approval that was given may be used. */
    validThrough: LocalDateText.nullable(),
    /** What whoever decides holds the act against. */
    decree: Decree.nullable(),
    /** Who looks is who asked: somebody else has to decide. */
    isOwn: z.boolean(),
  })
  .meta({ id: 'CaseApproval' });
export type CaseApprovalView = z.infer<typeof CaseApprovalView>;

/** What waits for the supervisors of a body. Of the holder, the initials. */
export const ApprovalsView = z
  .object({
    waiting: z.array(
      z.object({
        caseId: Id,
        revision: z.int(),
        number: z.int(),
        deskName: z.string(),
        kind: z.enum(CASE_KINDS),
        purpose: z.enum(CASE_PURPOSES),
        initials: z.string(),
        askedBy: z.string(),
        askedAt: Instant,
        expiresAt: Instant,
        isDeferred: z.boolean(),
        /** False for who asked, and for who worked the case: somebody else has to decide. */
        canDecide: z.boolean(),
        decree: Decree.nullable(),
        /** Worth a look, and no reason to refuse. */
        warnings: z.array(z.enum(APPLICATION_WARNINGS)),
      }),
    ),
  })
  .meta({ id: 'Approvals' });
export type ApprovalsView = z.infer<typeof ApprovalsView>;

const DECISION = { decision: z.enum(['approve', 'refuse']), reason: Reason.nullable() } as const;
const REASON_WHEN_REFUSING = 'a refusal has a reason';

function hasReason({ decision, reason }: { readonly decision: 'approve' | 'refuse'; readonly reason: string | null }): boolean {
  return decision === 'approve' || reason !== null;
}

/** A supervisor decides on their own page. */
export const DecideApprovalRequest = z
  .strictObject({ revision: z.int(), ...DECISION })
  .refine(hasReason, REASON_WHEN_REFUSING)
  .meta({ id: 'DecideApprovalRequest' });
export type DecideApprovalRequest = z.infer<typeof DecideApprovalRequest>;

/** A supervisor who stands at the operator's desk signs there with their own credentials; nobody is signed in by it. */
export const DecideApprovalAtDeskRequest = z
  .strictObject({ revision: z.int(), username: z.string().trim().min(1).max(80), password: z.string().min(1).max(200), ...DECISION })
  .refine(hasReason, REASON_WHEN_REFUSING)
  .meta({ id: 'DecideApprovalAtDeskRequest' });
export type DecideApprovalAtDeskRequest = z.infer<typeof DecideApprovalAtDeskRequest>;
