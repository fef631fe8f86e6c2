// SPDX-License-Identifier: AGPL-3.0-or-later
import { closingReport } from '../jobs/closing-report';
import type { StationNews } from '../link/station-news';
import type { Clock } from '../time/clock';
import type { Journal } from './journal';
import type { JobRecord } from './station-record';

/** Tells the API, before anything new, what became of all that a former run of the station left open. */
export function recover(journal: Pick<Journal, 'record'>, news: Pick<StationNews, 'repeat' | 'report' | 'cardEvent'>, clock: Clock): void {
  const { record } = journal;
  const open = record.openJobs();
  for (const { jobId, outcome } of record.unacknowledged()) news.repeat(jobId, outcome);
  for (const job of open) void news.report(reported(job), closingReport(reported(job), { reason: 'station-interrupted', wasSubmitted: job.isSubmitted }));
  for (const card of record.cardsInReader()) news.cardEvent({ type: 'removed', ...card, at: clock.now().toISOString() });
}

function reported({ jobId, work, fence }: JobRecord): { readonly jobId: string } & Parameters<typeof closingReport>[0] {
  return work === 'write-card' ? { jobId, type: work, fence: fence ?? 0 } : { jobId, type: work };
}
