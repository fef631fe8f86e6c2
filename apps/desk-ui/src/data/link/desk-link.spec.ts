// SPDX-License-Identifier: AGPL-3.0-or-later
import { TestBed } from '@angular/core/testing';
import { FakeEventSource } from '../../testing/fake-event-source';
import { DeskLink } from './desk-link';
import { OPEN_EVENT_SOURCE } from './event-source';
import { LinkState } from './link-state';

function given() {
  const opened: FakeEventSource[] = [];
  const open = () => {
    const source = new FakeEventSource();
    opened.push(source);
    return source;
  };
  TestBed.configureTestingModule({ providers: [{ provide: OPEN_EVENT_SOURCE, useValue: open }] });
  const hints: string[] = [];
  const link = TestBed.inject(DeskLink);
  link.start(() => hints.push('hint'));
  return { opened, hints, link, status: () => TestBed.inject(LinkState).status().kind };
}

describe('the stream of hints', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  test('the state is read when it opens, and at each hint', () => {
    const { opened, hints, status } = given();
    opened[0]?.say('open');
    opened[0]?.say('desk');
    expect(hints).toHaveLength(2);
    expect(status()).toBe('open');
  });

  test('a lost stream is told at once, and opened again after a pause', () => {
    const { opened, status } = given();
    opened[0]?.say('open');
    opened[0]?.say('error');
    expect(status()).toBe('lost');
    jest.advanceTimersByTime(500);
    expect(opened).toHaveLength(2);
    opened[1]?.say('open');
    expect(status()).toBe('open');
  });

  test('the pauses grow, and never beyond eight seconds', () => {
    const { opened } = given();
    for (const pause of [500, 1_000, 2_000, 4_000, 8_000, 8_000]) {
      opened.at(-1)?.say('error');
      const before = opened.length;
      jest.advanceTimersByTime(pause - 1);
      expect(opened).toHaveLength(before);
      jest.advanceTimersByTime(1);
      expect(opened).toHaveLength(before + 1);
    }
  });

  test('a stream that is silent for two heartbeats and a half counts as lost', () => {
    const { opened, status } = given();
    opened[0]?.say('open');
    jest.advanceTimersByTime(30_000);
    opened[0]?.say('heartbeat');
    jest.advanceTimersByTime(37_000);
    expect(status()).toBe('open');
    jest.advanceTimersByTime(501);
    expect(status()).toBe('lost');
    expect(opened[0]?.isClosed).toBe(true);
  });

  test('“try now” does not wait for the pause', () => {
    const { opened, link } = given();
    opened[0]?.say('error');
    link.retryNow();
    expect(opened).toHaveLength(2);
  });

  test('after the end of the session nothing is opened any more', () => {
    const { opened, link, status } = given();
    opened[0]?.say('error');
    link.stop();
    jest.advanceTimersByTime(60_000);
    expect(opened).toHaveLength(1);
    expect(status()).toBe('closed');
  });
});
