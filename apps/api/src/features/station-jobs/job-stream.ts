// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable, type MessageEvent } from '@nestjs/common';
import { EVENT_HEARTBEAT, EVENT_JOB, HEARTBEAT_MS, SIGNATURE_PURPOSES, type SignedJob, type StationJob } from '@sportello/contracts';
import { signDocument } from '@sportello/seal';
import { type Observable, concatMap, defer, filter, finalize, from, interval, map, merge, mergeMap, share, startWith, takeUntil } from 'rxjs';
import type { CallingStation } from '../../platform/access/caller';
import { JobRepository } from '../../platform/activation/job.repository';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { Closing } from '../../platform/events/closing';
import { NoticeListener } from '../../platform/events/notice-listener';
import { Keys } from '../../platform/keys/keys';
import { Randomness } from '../../platform/ports/randomness';
import { StationPresence } from './station-presence';

/** The stream over which a station hears of its jobs: all that are pending first, then each new one, each signed. It ends at once when the station is revoked. */
@Injectable()
export class JobStream {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly presence: StationPresence,
    private readonly notices: NoticeListener,
    private readonly closing: Closing,
    private readonly keys: Keys,
    private readonly randomness: Randomness,
  ) {}

  of(station: CallingStation): Observable<MessageEvent> {
    return defer(() => {
      const streamId = this.randomness.id();
      const presence = interval(HEARTBEAT_MS).pipe(
        concatMap(() => this.presence.isStill(station, streamId)),
        share(),
      );
      const outrun = presence.pipe(filter((isStill) => !isStill));
      const heartbeats = presence.pipe(map((): MessageEvent => ({ type: EVENT_HEARTBEAT, data: '{}' })));
      return from(this.presence.begin(station, streamId)).pipe(
        mergeMap(() => merge(this.jobs(station, presence), heartbeats)),
        takeUntil(merge(outrun, this.notices.revocationOf(station.id), this.closing.begun)),
        finalize(() => this.closing.waitFor(this.presence.end(station, streamId))),
      );
    });
  }

  /** Asked at each hint, and at each heartbeat too: a hint can get lost. */
  private jobs(station: CallingStation, beats: Observable<unknown>): Observable<MessageEvent> {
    const told: string[] = [];
    return merge(this.notices.stationHints(station.id), beats).pipe(
      startWith(undefined),
      concatMap(() => this.newJobs(station, told)),
      concatMap((found) => from(found)),
      concatMap((job) => this.message(job)),
    );
  }

  private newJobs({ id }: CallingStation, told: string[]): Promise<readonly StationJob[]> {
    return this.unitOfWork.read(async (transaction) => {
      const jobs = await transaction.repository(JobRepository).pendingOf(id, told);
      told.push(...jobs.map(({ jobId }) => jobId));
      return jobs;
    });
  }

  private async message(job: StationJob): Promise<MessageEvent> {
    const signed: SignedJob = { job, signature: await signDocument(job, { purpose: SIGNATURE_PURPOSES.job, key: this.keys.signing }) };
    return { type: EVENT_JOB, data: signed };
  }
}
