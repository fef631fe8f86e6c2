// SPDX-License-Identifier: AGPL-3.0-or-later
import type { StationJob, WriteCardJob } from '@sportello/contracts';
import { assertNever } from '@sportello/domain';
import type { CardJob } from '../card-process/card-slot';
import type { Journal } from '../journal/journal';
import type { PinnedStation } from '../link/pinned-station';
import type { StationNews } from '../link/station-news';
import type { VaultPin } from '../link/vault-pin';
import { verifyJob } from '../link/verify-job';
import type { Logger } from '../log/logger';
import { blobDigest } from './blob-digest';
import type { PaperQueue } from './paper-queue';

export interface JobIntakeOptions {
  readonly station: Pick<PinnedStation, 'stationId' | 'apiSigningKey'>;
  readonly journal: Pick<Journal, 'record'>;
  readonly news: Pick<StationNews, 'begin' | 'report'>;
  readonly vault: Pick<VaultPin, 'believes' | 'hasResealed'>;
  readonly cards: { take(job: CardJob): void };
  readonly papers: Pick<PaperQueue, 'take'>;
  readonly log: Logger;
}

const rememberedJobs = 1_000;

/** Jobs as they come from the stream: only the API's own, only this station's, and each once. */
export class JobIntake {
  /** The stream begins with all pending jobs each time that it is opened; the journal knows only those of which something has left the station. */
  private readonly seen = new Set<string>();

  constructor(private readonly options: JobIntakeOptions) {}

  async take(data: string): Promise<void> {
    const { station, journal, log } = this.options;
    const verified = verifyJob(data, station);
    if (verified.kind !== 'job') {
      log.error('a job was not taken', { because: verified.kind });
      return;
    }
    const { job } = verified;
    if (this.seen.has(job.jobId) || journal.record.job(job.jobId) !== undefined) return;
    this.remember(job.jobId);
    log.info('job taken', { jobId: job.jobId, job: job.type, caseId: job.caseId });
    await this.handOver(job);
  }

  private remember(jobId: string): void {
    this.seen.add(jobId);
    const [oldest] = this.seen;
    if (this.seen.size > rememberedJobs && oldest !== undefined) this.seen.delete(oldest);
  }

  /** The API's signature says that the job comes from it, not that nobody changed what its database holds: only codes that this station sealed, or the vault for it, are written. */
  private isTrueBlob(job: WriteCardJob): boolean {
    const { journal, vault } = this.options;
    return journal.record.hasSealed(job.intentId, blobDigest(job.blob)) || vault.hasResealed(job);
  }

  private async handOver(job: StationJob): Promise<void> {
    const { news, cards, papers, vault, log } = this.options;
    switch (job.type) {
      case 'print-paper':
        papers.take(job);
        return;
      case 'print-envelope':
        if (!(await vault.believes(job.vault))) {
          log.error('the vault’s key that a job brings, or that it brings none, is not believed: no codes are drawn', { jobId: job.jobId });
          await news.report(job, { type: 'print-failed', reason: 'intent-refused', condition: null, wasSubmitted: false });
          return;
        }
        cards.take(job);
        return;
      case 'write-card':
        if (!this.isTrueBlob(job)) {
          log.error('a job brings codes that neither this station nor the vault sealed: nothing is written', { jobId: job.jobId, caseId: job.caseId });
          await news.report(job, { type: 'interrupted', fence: job.fence, reason: 'blob-not-opened', statusWord: null });
          return;
        }
        // From here on a restart tells the API that the writing was interrupted, before it tells of any card.
        await news.begin(job);
        cards.take(job);
        return;
      default:
        assertNever(job);
    }
  }
}
