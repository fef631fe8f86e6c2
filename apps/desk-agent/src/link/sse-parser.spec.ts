// SPDX-License-Identifier: AGPL-3.0-or-later
import { SseParser } from './sse-parser';

const bytes = (text: string): Uint8Array => Buffer.from(text, 'utf8');

describe('a stream of server-sent events', () => {
  it.each([
    ['a named event', 'event: job\ndata: {}\n\n', [{ event: 'job', data: '{}' }]],
    ['an event without a name', 'data: x\n\n', [{ event: 'message', data: 'x' }]],
    ['data of several lines', 'data: a\ndata: b\n\n', [{ event: 'message', data: 'a\nb' }]],
    ['lines that end as on other systems', 'event: job\r\ndata: a\r\n\r\nevent: job\rdata: b\r\r\n', [{ event: 'job', data: 'a' }, { event: 'job', data: 'b' }]],
    ['one blank after the colon, no more', 'data:  x\n\ndata:y\n\n', [{ event: 'message', data: ' x' }, { event: 'message', data: 'y' }]],
    ['a comment, an id, a retry time and an unknown field', ': hello\nid: 7\nretry: 10\nfoo: bar\ndata: x\n\n', [{ event: 'message', data: 'x' }]],
    ['an event without data', 'event: job\n\ndata: x\n\n', [{ event: 'message', data: 'x' }]],
    ['a field without a colon', 'data\n\n', [{ event: 'message', data: '' }]],
    ['half an event', 'event: job\ndata: x\n', []],
  ])('understands %s', (_, text, events) => {
    expect(new SseParser().feed(bytes(text))).toEqual(events);
  });

  it('is the same however it is cut', () => {
    const whole = bytes('event: job\r\ndata: perché\r\n\r\nevent: heartbeat\ndata: {}\n\n');
    const parser = new SseParser();
    const events = Array.from(whole, (byte) => parser.feed(Uint8Array.of(byte))).flat();
    expect(events).toEqual([{ event: 'job', data: 'perché' }, { event: 'heartbeat', data: '{}' }]);
  });

  it('is broken off when an event has no end', () => {
    const parser = new SseParser();
    const flood = bytes(`data: ${'x'.repeat(90_000)}\n`);
    expect(() => Array.from({ length: 20 }, () => parser.feed(flood))).toThrow(RangeError);
  });
});
