// SPDX-License-Identifier: AGPL-3.0-or-later
/** The states of a job (RFC 8011 §5.3.7). */
export type JobState = 'pending' | 'pending-held' | 'processing' | 'processing-stopped' | 'canceled' | 'aborted' | 'completed';

/**
 * What the printer says about a job. `completed` means that the printer did all it meant to do; it is no proof of paper, only the scanned sheet is.
 */
export type JobStatus = {
  readonly kind: 'job';
  readonly jobId: number;
  readonly jobUri: string;
  readonly state: JobState;
  /** Keywords such as `job-printing` or `printer-stopped` (RFC 8011 §5.3.8). */
  readonly stateReasons: readonly string[];
  /** Sides printed so far, when the printer counts them. */
  readonly impressionsCompleted: number | null;
};

const finalStates: ReadonlySet<JobState> = new Set(['canceled', 'aborted', 'completed']);

export const isFinished = ({ state }: JobStatus): boolean => finalStates.has(state);
