// SPDX-License-Identifier: AGPL-3.0-or-later
import { EventQueue } from './event-queue';

describe('a queue of events', () => {
  it('keeps what comes before the consumer, and its order', async () => {
    const queue = new EventQueue<number>();
    queue.push(1);
    queue.push(2);
    queue.end();
    queue.push(3);
    const seen: number[] = [];
    for await (const event of queue.events()) seen.push(event);
    expect(seen).toEqual([1, 2]);
  });

  it('wakes a consumer that waits, for an event and for the end', async () => {
    const queue = new EventQueue<number>();
    const events = queue.events();
    const first = events.next();
    queue.push(1);
    expect(await first).toEqual({ done: false, value: 1 });
    const last = events.next();
    queue.end();
    expect(await last).toEqual({ done: true, value: undefined });
  });
});
