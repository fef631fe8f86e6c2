// SPDX-License-Identifier: AGPL-3.0-or-later
import { accept, refuse } from '../../outcome';
import type { Outcome } from '../../outcome';
import { addDays } from '../../time/date-arithmetic';
import type { LocalDate } from '../../time/local-date';

/** How a request for a supervisor's approval stands; all but *waiting* are its end. *withdrawn*: the case ended before anybody answered. */
export const APPROVAL_STATES = ['waiting', 'approved', 'refused', 'expired', 'withdrawn'] as const;

export type ApprovalState = (typeof APPROVAL_STATES)[number];

export type ApprovalDecision = 'approve' | 'refuse';

/** So long the citizen waits at the counter; then the page offers that they come back without queueing. */
export const APPROVAL_PATIENCE_MINUTES = 3;

/** How long requests and answers count; a body may choose otherwise. */
export interface ApprovalTerms {
  /** Minutes after which a request that nobody answered is over. */
  readonly waitMinutes: number;
  /** Days after its own for which an approval may be used. */
  readonly validDays: number;
}

export const USUAL_APPROVAL_TERMS: ApprovalTerms = { waitMinutes: 30, validDays: 1 };

export interface AskedApproval {
  readonly state: ApprovalState;
  readonly askedBy: string;
  readonly expiresAt: Date;
}

/** Whoever is about to decide. */
export interface ApprovalDecider {
  readonly by: string;
  /** They did some of the case's work. */
  readonly hasWorked: boolean;
}

export type ApprovalRefusal = { readonly kind: 'approval-ended' } | { readonly kind: 'own-approval' };

/** Whether somebody may decide on a request: while it waits, and never who asked or worked the case. */
export function mayDecide(asked: AskedApproval | undefined, { by, hasWorked }: ApprovalDecider, now: Date): Outcome<'may-decide', ApprovalRefusal> {
  if (asked?.state !== 'waiting' || isApprovalOverdue(asked, now)) return refuse({ kind: 'approval-ended' });
  return asked.askedBy === by || hasWorked ? refuse({ kind: 'own-approval' }) : accept('may-decide');
}

/** The request waits, and its time is over. */
export function isApprovalOverdue({ state, expiresAt }: Pick<AskedApproval, 'state' | 'expiresAt'>, now: Date): boolean {
  return state === 'waiting' && expiresAt <= now;
}

const MINUTE_IN_MS = 60_000;

export function approvalExpiry(askedAt: Date, { waitMinutes }: ApprovalTerms): Date {
  return new Date(askedAt.getTime() + waitMinutes * MINUTE_IN_MS);
}

/** The last day on which an approval of `decidedOn` may be used. */
export function approvalValidThrough(decidedOn: LocalDate, { validDays }: ApprovalTerms): LocalDate {
  return addDays(decidedOn, validDays);
}
