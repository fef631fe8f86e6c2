// SPDX-License-Identifier: AGPL-3.0-or-later
export interface ServerSentEvent {
  /** `message` unless the server named it. */
  readonly event: string;
  readonly data: string;
}

/** No event of ours comes near; a server that sends more without an end is not one. */
const longestEvent = 1_000_000;

/**
 * Takes a stream of server-sent events apart (WHATWG HTML §9.2.6), piece by piece as it arrives. Comments, ids and retry times are passed over: nothing of ours
 * resumes in the middle.
 *
 * @throws RangeError when an event does not end.
 */
export class SseParser {
  private readonly decoder = new TextDecoder();
  private rest = '';
  private event = '';
  private data: string[] = [];
  private length = 0;

  feed(bytes: Uint8Array): readonly ServerSentEvent[] {
    this.rest += this.decoder.decode(bytes, { stream: true });
    const events: ServerSentEvent[] = [];
    for (let line = this.takeLine(); line !== undefined; line = this.takeLine()) {
      const event = this.read(line);
      if (event) events.push(event);
    }
    if (this.rest.length + this.length > longestEvent) throw new RangeError('a server-sent event has no end');
    return events;
  }

  /** A carriage return at the very end may be half of a line's end: it waits for what follows. */
  private takeLine(): string | undefined {
    const end = /\r\n|\n|\r(?=[^])/.exec(this.rest);
    if (end === null) return undefined;
    const line = this.rest.slice(0, end.index);
    this.rest = this.rest.slice(end.index + end[0].length);
    return line;
  }

  private read(line: string): ServerSentEvent | undefined {
    if (line === '') return this.dispatch();
    const colon = line.indexOf(':');
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
    if (field === 'event') this.event = value;
    if (field === 'data') {
      this.data.push(value);
      this.length += value.length;
    }
    return undefined;
  }

  private dispatch(): ServerSentEvent | undefined {
    const [event, data] = [this.event || 'message', this.data];
    this.event = '';
    this.data = [];
    this.length = 0;
    return data.length === 0 ? undefined : { event, data: data.join('\n') };
  }
}
