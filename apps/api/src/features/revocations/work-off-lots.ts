// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { Subscription } from 'rxjs';
import { NoticeListener } from '../../platform/events/notice-listener';
import { Log, faultOf } from '../../platform/logging/log';
import { LetCardsGo } from './let-cards-go';

/** Somebody else's hands are free again soon. */
const HELD_MS = 200;
const TROUBLE_MS = 5_000;
/** Finds what a copy of the API left behind. */
const SWEEP_MS = 60_000;

/** Works off lots that were let go, one after the other; each copy of the API takes what no other has in its hands. */
@Injectable()
export class WorkOffLots implements OnApplicationBootstrap, OnApplicationShutdown {
  private hints: Subscription | undefined;
  private timer: NodeJS.Timeout | undefined;
  private working: Promise<void> | undefined;
  private isClosed = false;

  constructor(
    private readonly cards: LetCardsGo,
    private readonly notices: NoticeListener,
    private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    this.hints = this.notices.lotHints().subscribe(() => this.begin());
    this.begin();
  }

  async onApplicationShutdown(): Promise<void> {
    this.isClosed = true;
    this.hints?.unsubscribe();
    clearTimeout(this.timer);
    await this.working;
  }

  private begin(): void {
    if (this.isClosed) return;
    clearTimeout(this.timer);
    this.working ??= this.work().then((pause) => {
      this.working = undefined;
      if (!this.isClosed) this.timer = setTimeout(() => this.begin(), pause).unref();
    });
  }

  /** Until nothing is left to do now. Answers when to look again, in milliseconds. */
  private async work(): Promise<number> {
    try {
      for (;;) {
        const more = this.isClosed ? 'none' : await this.cards.next();
        if (more !== 'some') return more === 'held' ? HELD_MS : SWEEP_MS;
      }
    } catch (error) {
      if (!this.isClosed) this.log.error('a lot of cards does not go on', { fault: faultOf(error) });
      return TROUBLE_MS;
    }
  }
}
