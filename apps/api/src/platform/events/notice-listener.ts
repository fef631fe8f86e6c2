// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { setTimeout } from 'node:timers/promises';
import pg from 'pg';
import { Observable, Subject, filter, map, merge } from 'rxjs';
import type { DeskEvent } from '@sportello/contracts';
import type { Head } from '@sportello/seal';
import { Log } from '../logging/log';
import type { Notice } from './notice';
import { NOTICE_CHANNEL } from './notice';

/** Where to listen. */
export abstract class NoticeSource {
  abstract readonly url: string;
}

/** How often the connection is tried, and how long its answer may take: a half-open one hears nothing, and nobody would tell. */
const TRIED_EVERY_MS = 15_000;
const ANSWER_MS = 5_000;

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
  private trial: NodeJS.Timeout | undefined;
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
    clearInterval(this.trial);
    this.notices.complete();
    this.returns.complete();
    await this.client?.end();
  }

  /** What changed at a desk, but for its calls. */
  deskEvents(deskId: string): Observable<DeskEvent> {
    const heard = this.atDesk(deskId).pipe(filter(({ topic }) => topic !== 'call'));
    return merge(heard, this.returns.pipe(map((): DeskEvent => ({ topic: 'station' }))));
  }

  /** Which calls of the help desk at a desk are new or were written in. */
  callEvents(deskId: string): Observable<DeskEvent> {
    return this.atDesk(deskId).pipe(filter(({ topic }) => topic === 'call'));
  }

  /** Approvals are asked for, decided or over at one of the body's desks. */
  approvalEvents(bodyId: string): Observable<DeskEvent> {
    return this.notices.pipe(
      filter((notice) => notice.to === 'supervisors' && notice.bodyId === bodyId),
      map((): DeskEvent => ({ topic: 'approval' })),
    );
  }

  /** Somebody of the body was added, changed or has left, or a request for roles waits; and whenever some of that may have been missed. */
  peopleEvents(bodyId: string): Observable<DeskEvent> {
    const heard = this.notices.pipe(filter((notice) => notice.to === 'people' && notice.bodyId === bodyId));
    return merge(heard, this.returns).pipe(map((): DeskEvent => ({ topic: 'people' })));
  }

  /** Approvals of any body, and whenever some may have been missed. */
  approvalHints(): Observable<unknown> {
    return merge(this.notices.pipe(filter((notice) => notice.to === 'supervisors')), this.returns);
  }

  /** Which requests for a revocation are new or have moved. */
  revocationEvents(): Observable<DeskEvent> {
    return this.notices.pipe(
      filter((notice) => notice.to === 'revocations'),
      map(({ requestId }): DeskEvent => ({ topic: 'revocation', requestId })),
    );
  }

  /** Something may have to go to the authority: a request is new or has moved, or some of that may have been missed. */
  revocationHints(): Observable<unknown> {
    return merge(this.notices.pipe(filter((notice) => notice.to === 'revocations')), this.returns);
  }

  /** A lot of cards may have to be worked off. */
  lotHints(): Observable<unknown> {
    return merge(this.notices.pipe(filter((notice) => notice.to === 'lots')), this.returns);
  }

  /** The session ended, here or elsewhere. */
  sessionEnd(sessionId: string): Observable<unknown> {
    return this.notices.pipe(filter((notice) => notice.to === 'session' && notice.sessionId === sessionId));
  }

  /** There may be something new for the station. */
  stationHints(stationId: string): Observable<unknown> {
    return merge(this.notices.pipe(filter((notice) => notice.to === 'station' && notice.stationId === stationId)), this.returns);
  }

  /** The station was revoked, here or elsewhere. */
  revocationOf(stationId: string): Observable<unknown> {
    return this.notices.pipe(filter((notice) => notice.to === 'revoked-station' && notice.stationId === stationId));
  }

  /** A block was sealed, here or elsewhere. */
  logHeads(): Observable<Head> {
    return this.notices.pipe(
      filter((notice) => notice.to === 'log'),
      map(({ head }) => head),
    );
  }

  /** Notices may have been missed. */
  reconnected(): Observable<void> {
    return this.returns.asObservable();
  }

  private atDesk(deskId: string): Observable<DeskEvent> {
    return this.notices.pipe(
      filter((notice) => notice.to === 'desk'),
      filter((notice) => notice.deskId === deskId),
      map(({ event }) => event),
    );
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
    clearInterval(this.trial);
    this.trial = setInterval(() => void this.tryConnection(client), TRIED_EVERY_MS).unref();
  }

  /** Ends a connection that does not answer in time; its loss is then dealt with like another. */
  async tryConnection(client = this.client, answerMs = ANSWER_MS): Promise<void> {
    if (!client || client !== this.client) return;
    const isOpen = await Promise.race([
      client.query('select 1').then(
        () => true,
        () => false,
      ),
      setTimeout(answerMs, false, { ref: false }),
    ]);
    if (isOpen || client !== this.client) return;
    this.reconnectAfter(client, FIRST_PAUSE_MS);
    // Not waited for: a half-open connection does not say goodbye.
    void client.end().catch(() => undefined);
  }

  private hear(payload: string | undefined): void {
    if (payload !== undefined && payload !== '') this.notices.next(JSON.parse(payload) as Notice);
  }

  private reconnectAfter(lost: pg.Client, pauseMs: number): void {
    if (this.isClosed || lost !== this.client) return;
    this.client = undefined;
    this.log.warn('the connection for notices is lost', { retryInMs: pauseMs });
    this.retry = globalThis.setTimeout(() => void this.reconnect(pauseMs), pauseMs).unref();
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
