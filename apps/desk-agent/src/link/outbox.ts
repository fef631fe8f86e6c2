// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ProblemCode } from '@sportello/contracts';
import type { JsonValue } from '@sportello/seal';
import { createBackOff } from '../time/back-off';
import type { Clock } from '../time/clock';
import { type LinkCondition, patienceAfter, usualSlowRetryMs } from './link-condition';
import type { SignedRequests } from './signed-requests';

/** What became of a message. */
export type Delivery =
  | { readonly kind: 'accepted'; readonly body: unknown }
  | { readonly kind: 'refused'; readonly status: number; readonly code: ProblemCode | null }
  /** Taken back before it was sent, or the station stopped. */
  | { readonly kind: 'withdrawn' }
  /** The API failed over it again and again, and others wait behind it. */
  | { readonly kind: 'given-up' };

export interface Message {
  readonly path: string;
  readonly body: JsonValue;
  /** By which the message can be taken back while it waits. */
  readonly tag?: string;
  /** Must be told, however long it takes: the case or the card hangs on it. */
  readonly isVital?: true;
}

interface Waiting extends Message {
  readonly settle: (delivery: Delivery) => void;
  /** How often the API has fallen over it. */
  falls: number;
}

/** Some twenty seconds of tries. An API that is down, or too busy, answers otherwise and counts for nothing here. */
const mostFalls = 8;

/**
 * All that the station tells the API, in the order in which it happened: each message is sent until the API has answered it, and the next one waits. While the link
 * is down everything waits here. Only what is not vital is given up, when the API falls over it each time: one bad message must not silence the station.
 */
export class Outbox {
  private readonly queue: Waiting[] = [];
  private readonly stopping = new AbortController();
  private readonly backOff = createBackOff({ firstMs: 250, longestMs: 10_000 });
  private pause = new AbortController();
  private worker: Promise<void> | undefined;

  constructor(
    private readonly requests: Pick<SignedRequests, 'post'>,
    private readonly condition: LinkCondition,
    private readonly clock: Clock,
    private readonly slowRetryMs = usualSlowRetryMs,
  ) {}

  post(message: Message): Promise<Delivery> {
    const delivery = new Promise<Delivery>((settle) => {
      if (this.stopping.signal.aborted) settle({ kind: 'withdrawn' });
      else this.queue.push({ ...message, settle, falls: 0 });
    });
    if (this.queue.length > 0) this.worker ??= this.deliverAll();
    return delivery;
  }

  /** Takes back the messages with this tag that have never been on their way. */
  withdraw(tag: string): readonly Message[] {
    const isOnItsWay = (message: Waiting): boolean => message === this.queue[0] && this.worker !== undefined;
    const taken = this.queue.filter((message) => message.tag === tag && !isOnItsWay(message));
    for (const message of taken) {
      this.queue.splice(this.queue.indexOf(message), 1);
      message.settle({ kind: 'withdrawn' });
    }
    return taken;
  }

  /** The link is back: whoever waits for the next try need not wait any longer. */
  hurry(): void {
    this.backOff.reset();
    this.pause.abort();
  }

  /** Sends what waits until the deadline, then lets go. What must not be lost is in the journal. */
  async stop(patienceMs: number): Promise<void> {
    await Promise.race([this.worker, this.clock.sleep(patienceMs, this.stopping.signal)]);
    this.stopping.abort();
    this.pause.abort();
    await this.worker;
    for (const message of this.queue.splice(0)) message.settle({ kind: 'withdrawn' });
  }

  private async deliverAll(): Promise<void> {
    for (let [first] = this.queue; first && !this.stopping.signal.aborted; [first] = this.queue) {
      const answer = await this.requests.post(first.path, first.body, this.stopping.signal);
      this.condition.heard(answer);
      if (answer.kind === 'accepted' || answer.kind === 'refused') {
        this.letGo(first, answer);
      } else if (answer.kind === 'broken' && !first.isVital && (first.falls += 1) >= mostFalls) {
        this.letGo(first, { kind: 'given-up' });
      } else {
        await this.wait(answer.kind === 'not-trusted' ? patienceAfter(answer, this.slowRetryMs) : this.backOff.next());
      }
    }
    // In the same breath as the last look at the queue: a message that comes now starts the next round.
    this.worker = undefined;
  }

  private letGo(first: Waiting, delivery: Delivery): void {
    this.backOff.reset();
    this.queue.shift();
    first.settle(delivery);
  }

  private async wait(milliseconds: number): Promise<void> {
    if (this.stopping.signal.aborted) return;
    this.pause = new AbortController();
    await this.clock.sleep(milliseconds, this.pause.signal);
  }
}
