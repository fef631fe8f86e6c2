// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Clock, IppClient, NotFinished, WaitOptions } from './client';
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
    if (answer.kind === 'job') {
      last = answer;
      if (onProgress !== undefined) told = await tellChange(printer, answer, told, onProgress);
      if (isFinished(answer)) return answer;
    }
    const left = deadline - clock.now();
    if (left <= 0 || signal?.aborted === true) return { kind: 'not-finished', last };
    await clock.sleep(Math.min(pause, left), signal);
  }
};

const tellChange = async (
  printer: Pick<IppClient, 'getPrinterAttributes'>,
  job: JobStatus,
  told: string,
  onProgress: NonNullable<WaitOptions['onProgress']>,
): Promise<string> => {
  const description = await printer.getPrinterAttributes();
  const conditions: readonly PrinterCondition[] = description.kind === 'printer' ? description.conditions : ['offline'];
  const news = JSON.stringify([job, conditions]);
  if (news !== told) onProgress({ job, conditions });
  return news;
};
