// SPDX-License-Identifier: AGPL-3.0-or-later
import type { JobReport, ReaderRole, StationJob } from '@sportello/contracts';
import { assertNever } from '@sportello/domain';
import type { JournalEntry } from './journal-entry';

export interface JobRecord {
  readonly jobId: string;
  readonly work: StationJob['type'];
  /** Of a write-card job. */
  readonly fence: number | null;
  readonly isSubmitted: boolean;
  readonly outcome: JobReport | null;
  readonly isAcknowledged: boolean;
}

/** As `writeTransportCodes` of card-io wants to know it. */
export interface PukAttempts {
  readonly hasAttemptedPuk: boolean;
  /** Since the last change, or the last answer. */
  readonly unansweredProbes: number;
  /** What the card said last that its PUK had left, unless they all came back. */
  readonly triesLeft: number | null;
}

const noAttempts: PukAttempts = { hasAttemptedPuk: false, unansweredProbes: 0, triesLeft: null };

/** A job that the API knows to be over may still come once more, over a stream that was slower than the report. */
const rememberedJobs = 500;
const rememberedIntents = 1_000;
/** An interrupted card may come back after months. */
const rememberedBlobs = 10_000;

/** What the journal's lines add up to. */
export class StationRecord {
  private readonly jobs = new Map<string, JobRecord>();
  private readonly attempts = new Map<string, PukAttempts>();
  private readonly blobs = new Map<string, string>();
  private readonly insertions = new Map<string, ReaderRole>();
  private highestSequence = 0;

  /** Every number up to this one may have been used. */
  get sequence(): number {
    return this.highestSequence;
  }

  job(jobId: string): JobRecord | undefined {
    return this.jobs.get(jobId);
  }

  pukAttempts(intentId: string): PukAttempts {
    return this.attempts.get(intentId) ?? noAttempts;
  }

  /** Whether this station sealed the intent's codes into the blob with this digest. */
  hasSealed(intentId: string, blobDigest: string): boolean {
    return this.blobs.get(intentId) === blobDigest;
  }

  /** Cards that the API was told of, and of which it may believe that they are still there. */
  cardsInReader(): readonly { readonly insertionId: string; readonly reader: ReaderRole }[] {
    return [...this.insertions].map(([insertionId, reader]) => ({ insertionId, reader }));
  }

  /** Begun, and nobody wrote how it ended: the station was interrupted. */
  openJobs(): readonly JobRecord[] {
    return [...this.jobs.values()].filter(({ outcome }) => outcome === null);
  }

  /** Ended, and the API may not know it yet; in the order in which they ended. */
  unacknowledged(): readonly (JobRecord & { readonly outcome: JobReport })[] {
    return [...this.jobs.values()].flatMap((job) => (job.outcome === null || job.isAcknowledged ? [] : [{ ...job, outcome: job.outcome }]));
  }

  apply(entry: JournalEntry): void {
    switch (entry.type) {
      case 'sequence':
        this.highestSequence = Math.max(this.highestSequence, entry.upTo);
        return;
      case 'begun':
        this.jobs.set(entry.jobId, { jobId: entry.jobId, work: entry.work, fence: entry.fence, isSubmitted: false, outcome: null, isAcknowledged: false });
        return;
      case 'sealed':
        this.blobs.set(entry.intentId, entry.blobDigest);
        forgetOldest(this.blobs, rememberedBlobs, () => true);
        return;
      case 'submitted':
        this.change(entry.jobId, { isSubmitted: true });
        return;
      case 'puk-attempt': {
        const { unansweredProbes, triesLeft } = this.pukAttempts(entry.intentId);
        this.attempts.set(entry.intentId, { hasAttemptedPuk: true, triesLeft, unansweredProbes: entry.attempt === 'probe' ? unansweredProbes + 1 : 0 });
        forgetOldest(this.attempts, rememberedIntents, () => true);
        return;
      }
      case 'puk-answered':
        this.attempts.set(entry.intentId, { ...this.pukAttempts(entry.intentId), unansweredProbes: 0, triesLeft: entry.triesLeft });
        return;
      case 'inserted':
        this.insertions.set(entry.insertionId, entry.reader);
        return;
      case 'removed':
        this.insertions.delete(entry.insertionId);
        return;
      case 'outcome':
        this.change(entry.jobId, { outcome: entry.report });
        return;
      case 'acknowledged':
        this.change(entry.jobId, { isAcknowledged: true });
        forgetOldest(this.jobs, rememberedJobs, ({ isAcknowledged }) => isAcknowledged);
        return;
      default:
        assertNever(entry);
    }
  }

  /** The fewest lines that add up to the same. */
  toEntries(): readonly JournalEntry[] {
    return [
      { type: 'sequence', upTo: this.highestSequence },
      ...this.cardsInReader().map((card) => ({ type: 'inserted', ...card }) as const),
      ...[...this.blobs].map(([intentId, blobDigest]) => ({ type: 'sealed', intentId, blobDigest }) as const),
      ...[...this.attempts].flatMap(([intentId, attempts]) => attemptEntries(intentId, attempts)),
      ...[...this.jobs.values()].flatMap(jobEntries),
    ];
  }

  private change(jobId: string, change: Partial<JobRecord>): void {
    const job = this.jobs.get(jobId);
    if (job === undefined) throw new Error('the journal speaks of a job that it has not begun');
    // Last changed stands last: so the jobs come back in the order in which they ended.
    this.jobs.delete(jobId);
    this.jobs.set(jobId, { ...job, ...change });
  }
}

/** Of those that may be forgotten, only so many are kept: the youngest. */
function forgetOldest<T>(known: Map<string, T>, kept: number, mayBeForgotten: (value: T) => boolean): void {
  const forgettable = [...known].filter(([, value]) => mayBeForgotten(value));
  for (const [id] of forgettable.slice(0, -kept)) known.delete(id);
}

function attemptEntries(intentId: string, { unansweredProbes, triesLeft }: PukAttempts): readonly JournalEntry[] {
  const attempt = (what: 'change' | 'probe'): JournalEntry => ({ type: 'puk-attempt', intentId, attempt: what });
  return [attempt('change'), { type: 'puk-answered', intentId, triesLeft }, ...Array.from({ length: unansweredProbes }, () => attempt('probe'))];
}

function jobEntries({ jobId, work, fence, isSubmitted, outcome, isAcknowledged }: JobRecord): readonly JournalEntry[] {
  return [
    { type: 'begun', jobId, work, fence },
    ...(isSubmitted ? [{ type: 'submitted', jobId } as const] : []),
    ...(outcome ? [{ type: 'outcome', jobId, report: outcome } as const] : []),
    ...(isAcknowledged ? [{ type: 'acknowledged', jobId } as const] : []),
  ];
}
