// SPDX-License-Identifier: AGPL-3.0-or-later
import type { PaperText, StationJob } from '@sportello/contracts';
import { type EntityManager, In } from 'typeorm';
import { JobRow } from '../database/rows/job-row';
import { StationRow } from '../database/rows/station-row';

export type JobEnd = Exclude<JobRow['state'], 'pending'>;

export class JobRepository {
  constructor(private readonly rows: EntityManager) {}

  async order(message: StationJob, now: Date, write?: { readonly fence: number; readonly insertionId: string }): Promise<void> {
    await this.rows.insert(JobRow, {
      id: message.jobId,
      stationId: message.stationId,
      caseId: message.caseId,
      type: message.type,
      paper: message.type === 'print-paper' ? message.text.paper : null,
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

  /** The job, held until the transaction ends. */
  async heldOfStation(jobId: string, stationId: string): Promise<JobRow | undefined> {
    return (await this.rows.findOne(JobRow, { where: { id: jobId, stationId }, lock: { mode: 'pessimistic_write' } })) ?? undefined;
  }

  /** A paper that a desk ordered. */
  async paperOf(jobId: string, deskId: string): Promise<JobRow | undefined> {
    const found = await this.rows
      .createQueryBuilder(JobRow, 'job')
      .innerJoin(StationRow, 'station', 'station.id = job.stationId')
      .where(`job.id = :jobId and job.type = 'print-paper' and station.deskId = :deskId`, { jobId, deskId })
      .getOne();
    return found ?? undefined;
  }

  /** Whether a paper of this sort came out for the case, or is still to come out. */
  async hasPaperOf(caseId: string, paper: PaperText['paper']): Promise<boolean> {
    return this.rows.existsBy(JobRow, { caseId, paper, state: In(['pending', 'completed']) });
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

  /** What stations that were revoked were still to do. */
  async pendingAtRevoked(): Promise<readonly (Pick<JobRow, 'id' | 'stationId' | 'caseId'> & { readonly deskId: string })[]> {
    return this.rows.query<(Pick<JobRow, 'id' | 'stationId' | 'caseId'> & { readonly deskId: string })[]>(
      `select j.id, j.station_id as "stationId", j.case_id as "caseId", s.desk_id as "deskId"
       from station s join job j on j.station_id = s.id and j.state = 'pending' where s.revoked_at is not null order by j.created_at, j.id`,
    );
  }

  async submitted(jobId: string, now: Date): Promise<void> {
    await this.rows.query('update job set submitted_at = coalesce(submitted_at, $2) where id = $1', [jobId, now]);
  }

  /** The job is over, and its message, which names the holder, goes. */
  async end(jobId: string, state: JobEnd, outcome: string | null, now: Date): Promise<void> {
    await this.rows.update(JobRow, { id: jobId, state: 'pending' }, { state, outcome, message: null, endedAt: now });
  }

  /** Calls off the case's papers that still wait and are the same as this one; of declarations only the one that declares the same. */
  async cancelPaperOf(caseId: string, text: PaperText, now: Date): Promise<void> {
    await this.rows.query(
      `update job set state = 'cancelled', message = null, ended_at = $4
       where case_id = $1 and paper = $2 and state = 'pending' and (message->'text'->>'declaration') is not distinct from $3`,
      [caseId, text.paper, text.paper === 'self-declaration' ? text.declaration : null, now],
    );
  }

  /** Whatever is still to be done for the case is called off. */
  async cancelAllOf(caseId: string, now: Date): Promise<void> {
    await this.rows.update(JobRow, { caseId, state: 'pending' }, { state: 'cancelled', message: null, endedAt: now });
  }
}
