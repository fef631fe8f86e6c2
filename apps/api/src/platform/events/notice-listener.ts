// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import pg from 'pg';
import { Observable, Subject, filter, map, merge } from 'rxjs';
import type { DeskEvent } from '@sportello/contracts';
import { Log } from '../logging/log';
import type { Notice } from './notice';
import { NOTICE_CHANNEL } from './notice';

/** Where to listen. */
export abstract class NoticeSource {
  abstract readonly url: string;
}

const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 5_000;

/**
 * Hears what other transactions, here and in other copies of the API, notified. Notices are hints: while the connection was away some were lost, so on its return
 * everybody is told to read again.
 */
@Injectable()
export class NoticeListener implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly notices = new Subject<Notice>();
  private readonly returns = new Subject<void>();
  private client: pg.Client | undefined;
  private retry: NodeJS.Timeout | undefined;
  private isClosed = false;

  constructor(
    private readonly source: NoticeSource,
    private readonly log: Log,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.connect();
  }

  async onApplicationShutdown(): Promise<void> {
    this.isClosed = true;
    clearTimeout(this.retry);
    this.notices.complete();
    this.returns.complete();
    await this.client?.end();
  }

  /** What changed at a desk. */
  deskEvents(deskId: string): Observable<DeskEvent> {
    const heard = this.notices.pipe(
      filter((notice) => notice.to === 'desk'),
      filter((notice) => notice.deskId === deskId),
      map(({ event }) => event),
    );
    return merge(heard, this.returns.pipe(map((): DeskEvent => ({ topic: 'station' }))));
  }

  /** The session ended, here or elsewhere. */
  sessionEnd(sessionId: string): Observable<unknown> {
    return this.notices.pipe(filter((notice) => notice.to === 'session' && notice.sessionId === sessionId));
  }

  /** There may be something new for the station. */
  stationHints(stationId: string): Observable<unknown> {
    return merge(this.notices.pipe(filter((notice) => notice.to === 'station' && notice.stationId === stationId)), this.returns);
  }

  private async connect(): Promise<void> {
    const client = new pg.Client({ connectionString: this.source.url, application_name: 'sportello-api-notices', keepAlive: true });
    this.client = client;
    // Without a listener the loss of PostgreSQL would end the process.
    client.on('error', () => this.reconnectAfter(client, FIRST_PAUSE_MS));
    client.on('end', () => this.reconnectAfter(client, FIRST_PAUSE_MS));
    client.on('notification', ({ payload }) => this.hear(payload));
    await client.connect();
    await client.query(`listen ${NOTICE_CHANNEL}`);
  }

  private hear(payload: string | undefined): void {
    if (payload !== undefined && payload !== '') this.notices.next(JSON.parse(payload) as Notice);
  }

  private reconnectAfter(lost: pg.Client, pauseMs: number): void {
    if (this.isClosed || lost !== this.client) return;
    this.client = undefined;
    this.log.warn('the connection for notices is lost', { retryInMs: pauseMs });
    this.retry = setTimeout(() => void this.reconnect(pauseMs), pauseMs);
  }

  private async reconnect(pauseMs: number): Promise<void> {
    try {
      await this.connect();
      this.log.info('listening for notices again');
      this.returns.next();
    } catch {
      // The database is still away, which `ready` tells; here it is only asked again later.
      const lost = this.client;
      if (lost) this.reconnectAfter(lost, Math.min(pauseMs * 2, LONGEST_PAUSE_MS));
    }
  }
}
