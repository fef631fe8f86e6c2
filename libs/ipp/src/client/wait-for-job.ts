// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Clock, IppClient, JobProgress, NotFinished, WaitOptions } from './client';
import type { IppFault } from './fault';
import { isFinished, type JobStatus } from './job-status';
import type { PrinterCondition } from './printer-condition';

const firstPauseMs = 200;
const longestPauseMs = 2000;
const growth = 1.5;

/** Faults that pass by themselves while a job prints; the others end the wait. */
const passing: ReadonlySet<IppFault['kind']> = new Set(['unreachable', 'timeout', 'busy']);

/** See {@link IppClient.waitForJob}. */
export const waitForJob = async (
  printer: Pick<IppClient, 'getJobAttributes' | 'getPrinterAttributes'>,
  clock: Clock,
  jobId: number,
  { giveUpAfterMs, signal, onProgress }: WaitOptions,
): Promise<JobStatus | IppFault | NotFinished> => {
  const deadline = clock.now() + giveUpAfterMs;
  let last: JobStatus | null = null;
  let told = '';
  for (let pause = firstPauseMs; ; pause = Math.min(pause * growth, longestPauseMs)) {
    const answer = await printer.getJobAttributes(jobId);
    if (answer.kind !== 'job' && !passing.has(answer.kind)) return answer;
    if (answer.kind === 'job') last = answer;
    if (onProgress !== undefined) told = tellChange({ job: last, conditions: await conditionsAfter(answer, printer) }, told, onProgress);
    if (answer.kind === 'job' && isFinished(answer)) return answer;
    const left = deadline - clock.now();
    if (left <= 0 || signal?.aborted === true) return { kind: 'not-finished', last };
    await clock.sleep(Math.min(pause, left), signal);
  }
};

/** What the printer says of itself once it has told of the job; one that does not even tell of the job is away. */
const conditionsAfter = async (answer: JobStatus | IppFault, printer: Pick<IppClient, 'getPrinterAttributes'>): Promise<readonly PrinterCondition[]> => {
  if (answer.kind === 'unreachable' || answer.kind === 'timeout') return ['offline'];
  const description = await printer.getPrinterAttributes();
  return description.kind === 'printer' ? description.conditions : ['offline'];
};

const tellChange = (progress: JobProgress, told: string, onProgress: (progress: JobProgress) => void): string => {
  const news = JSON.stringify(progress);
  if (news !== told) onProgress(progress);
  return news;
};
