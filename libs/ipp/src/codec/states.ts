// SPDX-License-Identifier: AGPL-3.0-or-later
/** The enum values of job-state (RFC 8011 §5.3.7). */
export const jobStates = {
  pending: 3,
  'pending-held': 4,
  processing: 5,
  'processing-stopped': 6,
  canceled: 7,
  aborted: 8,
  completed: 9,
} as const;
export type JobState = keyof typeof jobStates;

const finalJobStates: ReadonlySet<JobState> = new Set(['canceled', 'aborted', 'completed']);

/** Whether a job in this state never leaves it. */
export const isFinalJobState = (state: JobState): boolean => finalJobStates.has(state);

/** The enum values of printer-state (RFC 8011 §5.4.11). */
export const printerStates = { idle: 3, processing: 4, stopped: 5 } as const;
export type PrinterState = keyof typeof printerStates;
