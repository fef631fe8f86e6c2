// SPDX-License-Identifier: AGPL-3.0-or-later
import { attributesOf, numberOf, stringOf, stringsOf } from '../codec/attributes';
import type { IppMessage } from '../codec/message';
import { isFinalJobState, type JobState, jobStates } from '../codec/states';
import { nameOf } from '../codec/tags';
import type { IppFault } from './fault';

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

export const isFinished = ({ state }: JobStatus): boolean => isFinalJobState(state);

/** The attributes that a status is read from. */
export const jobStatusAttributes = ['job-id', 'job-uri', 'job-state', 'job-state-reasons', 'job-impressions-completed'] as const;

/** Reads a job from an answer's job group. */
export const readJobStatus = (answer: IppMessage): JobStatus | IppFault => {
  const attributes = attributesOf(answer, 'job');
  const jobId = numberOf(attributes, 'job-id');
  const state = nameOf(jobStates, numberOf(attributes, 'job-state') ?? 0);
  if (jobId === undefined || state === undefined) return { kind: 'protocol', detail: 'an answer without job-id and job-state' };
  return {
    kind: 'job',
    jobId,
    jobUri: stringOf(attributes, 'job-uri') ?? '',
    state,
    stateReasons: stringsOf(attributes, 'job-state-reasons').filter((reason) => reason !== 'none'),
    impressionsCompleted: numberOf(attributes, 'job-impressions-completed') ?? null,
  };
};
