// SPDX-License-Identifier: AGPL-3.0-or-later
import type { StationJob } from '@sportello/contracts';
import type { EntityManager } from 'typeorm';
import { JobRow } from '../database/rows/job-row';

export type JobEnd = Exclude<JobRow['state'], 'pending'>;

export class JobRepository {
  constructor(private readonly rows: EntityManager) {}

  async order(message: StationJob, now: Date, write?: { readonly fence: number; readonly insertionId: string }): Promise<void> {
    await this.rows.insert(JobRow, {
      id: message.jobId,
      stationId: message.stationId,
      caseId: message.caseId,
      type: message.type,
      state: 'pending',
      message: message as object,
      fence: write?.fence ?? null,
      insertionId: write?.insertionId ?? null,
      createdAt: now,
    });
  }

  async ofStation(jobId: string, stationId: string): Promise<JobRow | undefined> {
    return (await this.rows.findOneBy(JobRow, { id: jobId, stationId })) ?? undefined;
  }

  async pendingWriteOf(caseId: string): Promise<JobRow | undefined> {
    return (await this.rows.findOneBy(JobRow, { caseId, type: 'write-card', state: 'pending' })) ?? undefined;
  }

  /** Whether a write was ordered for this stay of the card, however it went. */
  async hasWriteFor(caseId: string, insertionId: string): Promise<boolean> {
    return this.rows.existsBy(JobRow, { caseId, type: 'write-card', insertionId });
  }

  /** All that the station has to do, oldest first, but for what it was told already. */
  async pendingOf(stationId: string, told: readonly string[]): Promise<readonly StationJob[]> {
    const found = await this.rows.query<{ readonly message: StationJob }[]>(
      `select message from job where station_id = $1 and state = 'pending' and id <> all($2::uuid[]) order by created_at, id`,
      [stationId, told],
    );
    return found.map(({ message }) => message);
  }

  async submitted(jobId: string, now: Date): Promise<void> {
    await this.rows.query('update job set submitted_at = coalesce(submitted_at, $2) where id = $1', [jobId, now]);
  }

  /** The job is over, and its message, which names the holder, goes. */
  async end(jobId: string, state: JobEnd, outcome: string | null, now: Date): Promise<void> {
    await this.rows.update(JobRow, { id: jobId, state: 'pending' }, { state, outcome, message: null, endedAt: now });
  }

  async cancelFormOf(caseId: string, now: Date): Promise<void> {
    await this.rows.update(JobRow, { caseId, type: 'print-form', state: 'pending' }, { state: 'cancelled', message: null, endedAt: now });
  }

  /** Whatever is still to be done for the case is called off. */
  async cancelAllOf(caseId: string, now: Date): Promise<void> {
    await this.rows.update(JobRow, { caseId, state: 'pending' }, { state: 'cancelled', message: null, endedAt: now });
  }
}
