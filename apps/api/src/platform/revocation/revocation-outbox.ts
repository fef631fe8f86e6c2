// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { Subscription } from 'rxjs';
import { NoticeListener } from '../events/notice-listener';
import { Log, faultOf } from '../logging/log';
import { Clock } from '../ports/clock';
import type { Keeper } from './keep-soon';
import { Outage } from './outage';
import { OutboxRound, type Sort } from './outbox-round';
import { Transmit } from './transmit';
import { WatchCertificate } from './watch-certificate';

/** In hand at once: so many requests on their way, of which a few wait for a connection (an authority is no website), and so many certificates, asked about together. */
const HANDS: Readonly<Record<Sort, number>> = { try: 24, look: 64 };
/** Hints come in swarms. */
const SOON_MS = 40;
/** What is due is in the hands of another copy, or the database does not answer. */
const LATER_MS = 1_000;
/** Finds what no hint told of. */
const SWEEP_MS = 60_000;

/**
 * Carries requests to the authority and watches what it publishes. A hint that a request was let go begins it, and one timer for what is due next; each copy of the API takes
 * what no other has in its hands.
 */
@Injectable()
export class RevocationOutbox implements OnApplicationBootstrap, OnApplicationShutdown {
  private hints: Subscription | undefined;
  private timer: NodeJS.Timeout | undefined;
  private timerAt = Infinity;
  private isRunning = false;
  private restedAt = -Infinity;
  private isClosed = false;
  private readonly inHand: Record<Sort, number> = { try: 0, look: 0 };
  private readonly outage = new Outage();
  private readonly keeper: Keeper = {
    mayGoOn: () => !this.isClosed,
    hindered: (error) => this.log.warn('an answer of the authority cannot be kept now, and is tried again', { fault: faultOf(error) }),
  };

  constructor(
    private readonly round: OutboxRound,
    private readonly transmit: Transmit,
    private readonly watch: WatchCertificate,
    private readonly notices: NoticeListener,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    this.hints = this.notices.revocationHints().subscribe(() => this.runIn(SOON_MS));
    this.runIn(SOON_MS);
  }

  onApplicationShutdown(): void {
    this.isClosed = true;
    this.hints?.unsubscribe();
    clearTimeout(this.timer);
  }

  /** Takes what is due into free hands, and sets the timer for what is due next. */
  private async run(): Promise<void> {
    if (this.isRunning) {
      this.runIn(SOON_MS);
      return;
    }
    this.isRunning = true;
    try {
      const taken = await this.round.take({ try: this.freeHands('try'), look: this.freeHands('look') });
      for (const attempt of taken.try) void this.hand('try', 1, this.send(attempt));
      if (taken.look.length > 0) void this.hand('look', taken.look.length, this.watch.look(taken.look, this.keeper));
      const isBusy = taken.try.length > 0 || taken.look.length > 0;
      this.runIn(isBusy && performance.now() - this.restedAt < LATER_MS ? SOON_MS : await this.rest());
    } catch (error) {
      this.log.warn('requests to the authority were not taken up', { fault: faultOf(error) });
      this.runIn(LATER_MS);
    } finally {
      this.isRunning = false;
    }
  }

  /** Several at a time: each taking is a transaction. */
  private freeHands(sort: Sort): number {
    if (sort === 'try' && this.outage.until > this.clock.now().getTime()) return 0;
    const hands = sort === 'try' && this.outage.isOn ? 1 : HANDS[sort];
    const free = hands - this.inHand[sort];
    return free < Math.ceil(hands / 2) ? 0 : free;
  }

  /** Answers in how many milliseconds there may be more. Who gets a hand free asks again by itself. */
  private async rest(): Promise<number> {
    this.restedAt = performance.now();
    const now = this.clock.now();
    const { tryAt, lookAt, lateAt } = await this.round.nextDue(now);
    const at = [tryAt && Math.max(tryAt.getTime() + this.transmit.graceMs, this.outage.until), lookAt?.getTime() ?? null, lateAt?.getTime() ?? null];
    const waits = at.flatMap((due) => (due === null ? [] : due <= now.getTime() ? LATER_MS : due - now.getTime()));
    return Math.min(...waits, SWEEP_MS);
  }

  private async send(attempt: Parameters<Transmit['send']>[0]): Promise<void> {
    const askedAt = attempt.lastTryAt ?? this.clock.now();
    if ((await this.transmit.send(attempt, this.keeper)) === 'silence') {
      if (this.outage.silence(askedAt, this.clock.now())) this.log.warn('the certification authority does not answer', { authority: this.transmit.kind });
      return;
    }
    const since = this.outage.answer();
    if (since === null) return;
    this.log.info('the certification authority answers again', { authority: this.transmit.kind });
    await this.transmit.wakeSilent(since);
  }

  private async hand(sort: Sort, count: number, work: Promise<void>): Promise<void> {
    this.inHand[sort] += count;
    try {
      await work;
    } catch (error) {
      // Its turn ends, and it is taken again.
      if (!this.isClosed) this.log.error('a request to the authority was not kept', { sort, fault: faultOf(error) });
    } finally {
      this.inHand[sort] -= count;
      this.runIn(SOON_MS);
    }
  }

  private runIn(milliseconds: number): void {
    const at = performance.now() + milliseconds;
    if (this.isClosed || this.timerAt <= at) return;
    clearTimeout(this.timer);
    this.timerAt = at;
    this.timer = setTimeout(() => {
      this.timerAt = Infinity;
      void this.run();
    }, milliseconds).unref();
  }
}
