// SPDX-License-Identifier: AGPL-3.0-or-later
import type { JobReport } from '@sportello/contracts';

/** Reasons that end a job of any sort. */
export type ClosingReason = 'card-removed' | 'wrong-card' | 'station-interrupted';

export type ClosableJob = { readonly type: 'print-envelope' | 'print-paper' } | { readonly type: 'write-card'; readonly fence: number };

/** The report with which a job ends that did not come to its own end. */
export function closingReport(job: ClosableJob, { reason, wasSubmitted }: { readonly reason: ClosingReason; readonly wasSubmitted: boolean }): JobReport {
  return job.type === 'write-card'
    ? { type: 'interrupted', fence: job.fence, reason, statusWord: null }
    : { type: 'print-failed', reason, condition: null, wasSubmitted };
}

/** After these nothing follows. */
export function isClosing({ type }: JobReport): boolean {
  return type !== 'submitted' && type !== 'phase';
}

