// SPDX-License-Identifier: AGPL-3.0-or-later
import { EVENT_JOB, HEARTBEAT_MS } from '@sportello/contracts';
import { errorWord } from '../log/error-code';
import { createBackOff } from '../time/back-off';
import type { Clock } from '../time/clock';
import { type LinkCondition, patienceAfter, usualSlowRetryMs } from './link-condition';
import type { SignedRequests } from './signed-requests';
import { type ServerSentEvent, SseParser } from './sse-parser';

export interface JobStreamOptions {
  readonly requests: Pick<SignedRequests, 'openStream'>;
  readonly condition: LinkCondition;
  readonly clock: Clock;
  /** The data of a job event, as it came. */
  readonly onJob: (data: string) => void;
  /** Each time that the stream stands. */
  readonly onOpen: () => void;
  /** How long the stream may be silent; two heartbeats and a half unless given. */
  readonly silenceMs?: number | undefined;
  /** Before the next try at an API that refuses the station. */
  readonly slowRetryMs?: number | undefined;
}

const jobsPath = '/api/station/jobs';

/** The stream on which the API sends jobs: opened again whenever it ends, breaks, or says nothing although its heartbeat is due. */
export class JobStream {
  private readonly stopping = new AbortController();
  private readonly backOff = createBackOff({ firstMs: 250, longestMs: 15_000 });
  private running: Promise<void> | undefined;

  constructor(private readonly options: JobStreamOptions) {}

  start(): void {
    this.running = this.run();
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  private async run(): Promise<void> {
    const { requests, condition, clock, slowRetryMs = usualSlowRetryMs } = this.options;
    while (!this.stopping.signal.aborted) {
      const connection = new AbortController();
      const signal = AbortSignal.any([this.stopping.signal, connection.signal]);
      const opened = await requests.openStream(jobsPath, signal);
      if (opened instanceof ReadableStream) {
        await this.read(opened, connection);
      } else if (!this.stopping.signal.aborted) {
        condition.heard(opened);
        if (opened.kind === 'refused' || opened.kind === 'not-trusted') await clock.sleep(patienceAfter(opened, slowRetryMs), this.stopping.signal);
      }
      if (!this.stopping.signal.aborted) await clock.sleep(this.backOff.next(), this.stopping.signal);
    }
  }

  private async read(stream: ReadableStream<Uint8Array>, connection: AbortController): Promise<void> {
    const { condition, onOpen, silenceMs = HEARTBEAT_MS * 2.5 } = this.options;
    condition.heard({ kind: 'accepted', body: null });
    onOpen();
    const parser = new SseParser();
    const watchdog = setTimeout(() => connection.abort(), silenceMs);
    try {
      for await (const chunk of stream) {
        watchdog.refresh();
        this.backOff.reset();
        parser.feed(chunk).forEach((event) => this.take(event));
      }
      condition.heard({ kind: 'unreachable', because: 'stream-ended' });
    } catch (error) {
      if (!this.stopping.signal.aborted) condition.heard({ kind: 'unreachable', because: connection.signal.aborted ? 'stream-silent' : errorWord(error) });
    } finally {
      clearTimeout(watchdog);
      connection.abort();
    }
  }

  private take({ event, data }: ServerSentEvent): void {
    if (event === EVENT_JOB) this.options.onJob(data);
  }
}
