// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { Subscription } from 'rxjs';
import { NoticeListener } from '../events/notice-listener';
import { Log, faultOf } from '../logging/log';
import { Clock } from '../ports/clock';
import { LateRevocations } from './late-revocations';
import { Outage } from './outage';
import { Transmit } from './transmit';
import { WatchCertificate } from './watch-certificate';

/** So many questions at once, of each sort: an authority is no website. */
const HANDS = 8;
/** Hints come in swarms. */
const SOON_MS = 20;
/** What is due is in the hands of another copy, or the database does not answer. */
const LATER_MS = 1_000;
/** Finds what no hint told of. */
const SWEEP_MS = 60_000;

type Sort = 'try' | 'look';

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
  private isClosed = false;
  private readonly inHand: Record<Sort, number> = { try: 0, look: 0 };
  private readonly outage = new Outage();

  constructor(
    private readonly transmit: Transmit,
    private readonly watch: WatchCertificate,
    private readonly late: LateRevocations,
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
      const { tryAt, lookAt, lateAt } = await this.late.nextDue();
      const sendAt = tryAt && Math.max(tryAt.getTime() + this.transmit.graceMs, this.outage.until);
      const waits = [
        await this.takeUp('try', sendAt, this.outage.isOn ? 1 : HANDS),
        await this.takeUp('look', lookAt && lookAt.getTime(), HANDS),
        await this.tellLate(lateAt),
      ];
      this.runIn(Math.min(...waits, SWEEP_MS));
    } catch (error) {
      this.log.warn('requests to the authority were not taken up', { fault: faultOf(error) });
      this.runIn(LATER_MS);
    } finally {
      this.isRunning = false;
    }
  }

  /** Answers in how many milliseconds there may be more; never, when a hand that gets free asks again. */
  private async takeUp(sort: Sort, at: number | null, hands: number): Promise<number> {
    if (at === null) return Infinity;
    const wait = at - this.clock.now().getTime();
    if (wait > 0) return wait;
    const free = hands - this.inHand[sort];
    // Several at a time: each taking is a transaction.
    if (free < Math.ceil(hands / 2)) return Infinity;
    const taken = await this[sort === 'try' ? 'transmit' : 'watch'].take(free);
    for (const attempt of taken) void this.hand(sort, sort === 'try' ? this.send(attempt) : this.watch.look(attempt));
    return taken.length === 0 ? LATER_MS : SOON_MS;
  }

  private async send(attempt: Parameters<Transmit['send']>[0]): Promise<void> {
    const askedAt = attempt.lastTryAt ?? this.clock.now();
    if ((await this.transmit.send(attempt)) === 'silence') {
      if (this.outage.silence(askedAt, this.clock.now())) this.log.warn('the certification authority does not answer', { authority: this.transmit.kind });
      return;
    }
    const since = this.outage.answer();
    if (since === null) return;
    this.log.info('the certification authority answers again', { authority: this.transmit.kind });
    await this.transmit.wakeSilent(since);
  }

  private async hand(sort: Sort, work: Promise<void>): Promise<void> {
    this.inHand[sort] += 1;
    try {
      await work;
    } catch (error) {
      // Its turn ends, and it is taken again.
      if (!this.isClosed) this.log.error('a request to the authority was not kept', { sort, fault: faultOf(error) });
    } finally {
      this.inHand[sort] -= 1;
      this.runIn(SOON_MS);
    }
  }

  private async tellLate(lateAt: Date | null): Promise<number> {
    if (lateAt === null) return Infinity;
    const wait = lateAt.getTime() - this.clock.now().getTime();
    if (wait > 0) return wait;
    await this.late.tell();
    return LATER_MS;
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
