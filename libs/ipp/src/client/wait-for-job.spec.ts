// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Clock } from './client';
import type { IppFault } from './fault';
import type { JobStatus } from './job-status';
import type { PrinterDescription } from './printer-description';
import { waitForJob } from './wait-for-job';

const job = (state: JobStatus['state']): JobStatus => ({ kind: 'job', jobId: 7, jobUri: 'ipp://printer/7', state, stateReasons: [], impressionsCompleted: null });
const printer = (...conditions: PrinterDescription['conditions']): PrinterDescription => ({
  kind: 'printer', name: 'Buste', makeAndModel: null, uuid: null, state: 'idle', stateReasons: [], conditions, isAcceptingJobs: true, queuedJobs: 0, documentFormats: [], media: [], sides: [], spooling: 'printer', queueSigns: [],
});

/** A clock that only moves when somebody sleeps. */
const sleepingClock = (): Clock & { readonly slept: number[] } => {
  const slept: number[] = [];
  return {
    slept,
    now: () => slept.reduce((sum, pause) => sum + pause, 0),
    sleep: (milliseconds) => {
      slept.push(milliseconds);
      return Promise.resolve();
    },
  };
};

/** Gives the answers in turn, and the last one for ever. */
const inTurn = <Answer>(answers: readonly [Answer, ...Answer[]]) => {
  let asked = 0;
  return () => Promise.resolve(answers[Math.min(asked++, answers.length - 1)] ?? answers[0]);
};

const wait = (jobs: readonly [JobStatus | IppFault, ...(JobStatus | IppFault)[]], options: Partial<Parameters<typeof waitForJob>[3]> = {}) => {
  const clock = sleepingClock();
  const asked = { getJobAttributes: inTurn(jobs), getPrinterAttributes: inTurn<PrinterDescription | IppFault>([printer('ready')]) };
  return { clock, outcome: waitForJob(asked, clock, 7, { giveUpAfterMs: 10_000, ...options }) };
};

describe('waiting for a job', () => {
  it('ends with the state in which the job ended', async () => {
    expect(await wait([job('pending'), job('processing'), job('completed')]).outcome).toEqual(job('completed'));
    expect(await wait([job('aborted')]).outcome).toEqual(job('aborted'));
    expect(await wait([job('processing-stopped'), job('canceled')]).outcome).toEqual(job('canceled'));
  });

  it('asks less and less often, and never past the limit', async () => {
    const { clock, outcome } = wait([job('processing')]);
    expect(await outcome).toEqual({ kind: 'not-finished', last: job('processing') });
    expect(clock.slept.slice(0, 4)).toEqual([200, 300, 450, 675]);
    expect(Math.max(...clock.slept)).toBe(2000);
    expect(clock.now()).toBe(10_000);
  });

  it.each(['unreachable', 'timeout', 'busy'] as const)('outlasts a printer that is %s for a while', async (kind) => {
    const fault: IppFault = kind === 'unreachable' ? { kind, code: 'ECONNREFUSED' } : { kind };
    expect(await wait([job('processing'), fault, fault, job('completed')]).outcome).toEqual(job('completed'));
    expect(await wait([fault]).outcome).toEqual({ kind: 'not-finished', last: null });
  });

  it('ends with a fault that does not pass', async () => {
    expect(await wait([job('processing'), { kind: 'not-found' }]).outcome).toEqual({ kind: 'not-found' });
  });

  it('ends when it is told to stop', async () => {
    const stop = new AbortController();
    stop.abort();
    const { clock, outcome } = wait([job('processing')], { signal: stop.signal });
    expect(await outcome).toEqual({ kind: 'not-finished', last: job('processing') });
    expect(clock.slept).toEqual([]);
  });

  it('tells each change of job or printer once: a jam is the printer\'s', async () => {
    const told: unknown[] = [];
    const asked = {
      getJobAttributes: inTurn<JobStatus | IppFault>([job('processing'), job('processing'), job('processing'), job('completed')]),
      getPrinterAttributes: inTurn<PrinterDescription | IppFault>([printer('printing'), printer('media-jam'), printer('media-jam'), { kind: 'timeout' }]),
    };
    await waitForJob(asked, sleepingClock(), 7, { giveUpAfterMs: 10_000, onProgress: (progress) => told.push([progress.job?.state, progress.conditions]) });
    expect(told).toEqual([
      ['processing', ['printing']],
      ['processing', ['media-jam']],
      ['completed', ['offline']],
    ]);
  });

  it('tells that the printer is away when it does not even tell of the job, and that it is back', async () => {
    const told: unknown[] = [];
    const away: IppFault = { kind: 'unreachable', code: 'ECONNREFUSED' };
    const asked = {
      getJobAttributes: inTurn<JobStatus | IppFault>([away, job('processing'), away, away, job('completed')]),
      getPrinterAttributes: inTurn<PrinterDescription | IppFault>([printer('printing'), printer('ready')]),
    };
    await waitForJob(asked, sleepingClock(), 7, { giveUpAfterMs: 10_000, onProgress: (progress) => told.push([progress.job?.state, progress.conditions]) });
    expect(told).toEqual([
      [undefined, ['offline']],
      ['processing', ['printing']],
      ['processing', ['offline']],
      ['completed', ['ready']],
    ]);
  });
});
