// SPDX-License-Identifier: AGPL-3.0-or-later
import { StoryBroken } from './story-broken';

/**
 * Server-sent events as a waiting room: whoever waits for something looks at the state now, and again after each event. Node has no EventSource; of the
 * format only the end of an event matters here, since events are hints.
 */
export class HintStream {
  private heard = 0;
  private readonly waiting = new Set<() => void>();
  private readonly ending = new AbortController();

  private constructor(private readonly what: string) {}

  static async open(what: string, address: URL, headers: Readonly<Record<string, string>>): Promise<HintStream> {
    const stream = new HintStream(what);
    const response = await fetch(address, { headers: { ...headers, accept: 'text/event-stream' }, signal: stream.ending.signal });
    if (!response.ok || response.body === null) throw new StoryBroken(`${what} gave no events (HTTP ${response.status}).`);
    void stream.listen(response.body);
    return stream;
  }

  /**
   * Looks until there is something to see.
   *
   * @param howItStands what is to be told besides, when it took too long
   * @throws StoryBroken when it takes longer than `giveUpAfterMs`, or when `look` throws it.
   */
  async until<Seen>(awaited: string, giveUpAfterMs: number, look: () => Promise<Seen | undefined>, howItStands: () => string = () => ''): Promise<Seen> {
    const deadline = performance.now() + giveUpAfterMs;
    for (;;) {
      const before = this.heard;
      const seen = await look();
      if (seen !== undefined) return seen;
      const left = deadline - performance.now();
      if (left <= 0) throw new StoryBroken(`Waited ${Math.round(giveUpAfterMs / 1000)} seconds for ${awaited}, in vain.${howItStands()}`);
      if (this.heard === before) await this.next(Math.min(left, longestSilenceMs));
    }
  }

  close(): void {
    this.ending.abort();
  }

  private async listen(body: ReadableStream<Uint8Array>): Promise<void> {
    const decoder = new TextDecoder();
    let tail = '';
    try {
      for await (const chunk of body) {
        const events = `${tail}${decoder.decode(chunk, { stream: true })}`.split('\n\n');
        tail = events.pop() ?? '';
        if (events.length > 0) this.wake();
      }
    } catch (error) {
      // A stream that broke gives no more hints; the next look at the state tells what the matter is.
      if (!this.ending.signal.aborted) process.stderr.write(`${this.what}: ${error instanceof Error ? error.message : 'the events broke off'}\n`);
    }
  }

  private wake(): void {
    this.heard += 1;
    for (const resume of this.waiting) resume();
  }

  private next(atMostMs: number): Promise<void> {
    return new Promise((resolve) => {
      const resume = (): void => {
        clearTimeout(timer);
        this.waiting.delete(resume);
        resolve();
      };
      const timer = setTimeout(resume, atMostMs);
      this.waiting.add(resume);
    });
  }
}

/** Hints may get lost: the state is looked at now and then without one. */
const longestSilenceMs = 1000;
