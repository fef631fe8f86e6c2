// SPDX-License-Identifier: AGPL-3.0-or-later
import { type IncomingMessage, get } from 'node:http';

export interface ServerSentEvent {
  readonly event: string;
  readonly data: unknown;
}

/** A stream of server-sent events over a real connection. */
export class SseClient {
  private readonly heard: ServerSentEvent[] = [];
  private readonly waiting = new Set<() => void>();
  private text = '';
  /** The server ended the stream, or the connection broke. */
  readonly ended: Promise<void>;

  private constructor(private readonly response: IncomingMessage) {
    this.ended = new Promise((resolve) => response.once('close', resolve));
    response.setEncoding('utf8');
    response.on('error', () => undefined);
    response.on('data', (chunk: string) => this.take(chunk));
  }

  /** Opens the stream; a refusal rejects with its status and body. */
  static open(url: string, headers: Readonly<Record<string, string>>): Promise<SseClient> {
    return new Promise((resolve, reject) => {
      get(url, { headers: { ...headers, accept: 'text/event-stream' }, agent: false }, (response) => {
        if (response.statusCode === 200) return resolve(new SseClient(response));
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => reject(Object.assign(new Error(Buffer.concat(chunks).toString()), { status: response.statusCode })));
      }).once('error', reject);
    });
  }

  /** The next event that fits, taken off the stream; rejects when none comes. */
  async next(fits: (event: ServerSentEvent) => boolean = () => true, patienceMs = 20_000): Promise<ServerSentEvent> {
    const deadline = Date.now() + patienceMs;
    for (;;) {
      const at = this.heard.findIndex(fits);
      const [found] = at < 0 ? [] : this.heard.splice(at, 1);
      if (found) return found;
      const left = deadline - Date.now();
      if (left <= 0) throw new Error(`no such event came; heard ${JSON.stringify(this.heard.map(({ event }) => event))}`);
      await this.somethingNew(left);
    }
  }

  close(): void {
    this.response.destroy();
  }

  private somethingNew(patienceMs: number): Promise<void> {
    return new Promise((resolve) => {
      const done = (): void => {
        clearTimeout(timer);
        this.waiting.delete(done);
        resolve();
      };
      const timer = setTimeout(done, patienceMs);
      this.waiting.add(done);
    });
  }

  private take(chunk: string): void {
    this.text += chunk;
    const blocks = this.text.split('\n\n');
    this.text = blocks.pop() ?? '';
    for (const block of blocks) {
      const field = (name: string): string | undefined => new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1];
      const [event, data] = [field('event'), field('data')];
      if (event !== undefined) this.heard.push({ event, data: data === undefined ? undefined : JSON.parse(data) });
    }
    for (const wake of [...this.waiting]) wake();
  }
}
