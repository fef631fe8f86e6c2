// SPDX-License-Identifier: AGPL-3.0-or-later
import type { IncomingMessage, ServerResponse } from 'node:http';
import { protectiveHeaders } from './answer';

/** A chip at work changes the world every few milliseconds; eyes do not need more than this. */
const atMostEveryMs = 50;
const heartbeatMs = 15_000;

/** Server-sent events: the whole state at once and after every change, to every page that listens. */
export class EventStream {
  private readonly listeners = new Set<ServerResponse>();
  private pending: NodeJS.Timeout | undefined;
  private readonly heartbeat = setInterval(() => this.send(': still here\n\n'), heartbeatMs);

  constructor(private readonly state: () => unknown) {}

  add(request: IncomingMessage, response: ServerResponse): void {
    response.writeHead(200, { ...protectiveHeaders, 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    response.write(this.message());
    this.listeners.add(response);
    request.once('close', () => this.listeners.delete(response));
  }

  changed(): void {
    this.pending ??= setTimeout(() => {
      this.pending = undefined;
      if (this.listeners.size > 0) this.send(this.message());
    }, atMostEveryMs);
  }

  close(): void {
    clearInterval(this.heartbeat);
    clearTimeout(this.pending);
    for (const listener of this.listeners) listener.end();
    this.listeners.clear();
  }

  private message(): string {
    return `event: world\ndata: ${JSON.stringify(this.state())}\n\n`;
  }

  private send(text: string): void {
    for (const listener of this.listeners) listener.write(text);
  }
}
