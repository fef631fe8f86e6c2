// SPDX-License-Identifier: AGPL-3.0-or-later
import { TestBed } from '@angular/core/testing';
import { FakeApi } from '../../testing/fake-api';
import { problem, session } from '../../testing/fixtures';
import { ApiClient } from '../api/api-client';
import { IdleWatch } from './idle-watch';
import { SessionLock } from './session-lock';
import { SessionState } from './session-state';

const LOCK = 'POST /api/session/lock';
const USE = 'POST /api/session/use';
const UNLOCK = 'POST /api/session/unlock';
const MINUTE = 60_000;

function given(api: FakeApi) {
  TestBed.configureTestingModule({ providers: [api.provider] });
  const state = TestBed.inject(SessionState);
  state.begin(session());
  return { state, lock: TestBed.inject(SessionLock), idle: TestBed.inject(IdleWatch), client: TestBed.inject(ApiClient) };
}

describe('a page that nobody touches', () => {
  beforeEach(() => {
    jest.useFakeTimers({ now: new Date('2026-11-24T09:00:00Z') });
    localStorage.clear();
  });
  afterEach(() => {
    TestBed.inject(IdleWatch).stop();
    jest.useRealTimers();
  });
  const touch = () => window.dispatchEvent(new Event('keydown'));

  test('covers itself after its minutes, and tells the server', () => {
    const api = new FakeApi().on(LOCK, { value: {} });
    const { state, idle } = given(api);
    idle.start(10);
    jest.advanceTimersByTime(9.9 * MINUTE);
    expect(state.isCovered()).toBe(false);
    jest.advanceTimersByTime(0.2 * MINUTE);
    expect([state.status().kind, state.isCovered()]).toEqual(['locked', true]);
    expect(api.to(LOCK)).toHaveLength(1);
    expect(state.session()?.operator.displayName).toBe('L. Bini');
  });

  test('covers itself though the server does not answer', () => {
    const { state, idle } = given(new FakeApi());
    idle.start(10);
    jest.advanceTimersByTime(11 * MINUTE);
    expect(state.isCovered()).toBe(true);
  });

  test('stays open while a hand moves, of which the server hears once a minute', () => {
    const api = new FakeApi().on(USE, { value: {} });
    const { state, idle } = given(api);
    idle.start(10);
    for (let second = 0; second < 20 * 60; second += 10) {
      touch();
      jest.advanceTimersByTime(10_000);
    }
    expect(state.isCovered()).toBe(false);
    expect(api.to(USE).length).toBeGreaterThan(15);
    expect(api.to(USE).length).toBeLessThanOrEqual(20);
  });

  test('stays open while a hand moves in another window of the same browser', () => {
    const { state, idle } = given(new FakeApi());
    idle.start(10);
    jest.advanceTimersByTime(9 * MINUTE);
    localStorage.setItem('sportello-last-input', String(Date.now()));
    jest.advanceTimersByTime(9 * MINUTE);
    expect(state.isCovered()).toBe(false);
    jest.advanceTimersByTime(2 * MINUTE);
    expect(state.isCovered()).toBe(true);
  });
});

describe('a locked session', () => {
  test('is told by whatever the server refuses for it, and opens by its person’s password', async () => {
    const api = new FakeApi().on('GET /api/desk', { problem: problem('session-locked', 423) }).on(UNLOCK, { problem: problem('sign-in-failed', 401) }, { value: {} });
    const { state, lock, client } = given(api);
    await client.read('/api/desk');
    expect(state.status().kind).toBe('locked');
    expect(await lock.byPassword('sbagliata')).toBe('failed');
    expect(state.isCovered()).toBe(true);
    expect(await lock.byPassword('una parola lunga')).toBe('proved');
    expect(api.to(UNLOCK)[1]?.body).toEqual({ password: 'una parola lunga' });
    expect([state.status().kind, state.isCovered()]).toEqual(['active', false]);
  });

  test('that has ended meanwhile is expired, and what was covered stays covered', async () => {
    const { state, lock } = given(new FakeApi().on(UNLOCK, { problem: problem('not-signed-in', 401) }));
    state.lock();
    await lock.byPassword('una parola lunga');
    expect([state.status().kind, state.isCovered()]).toEqual(['expired', true]);
  });

  test('opens here too when it was opened in another window, and not for another person', async () => {
    const other = session({ operator: { id: '0191f2a0-0000-7000-8000-000000000009', displayName: 'G. Neri', roles: ['operator'] } });
    const api = new FakeApi().on('GET /api/session', { value: session({ isLocked: true }) }, { value: other }, { value: session() });
    const { state, lock } = given(api);
    state.lock();
    expect(await lock.look()).toBe('locked');
    expect(await lock.look()).toBe('other-operator');
    expect(state.isCovered()).toBe(true);
    expect(await lock.look()).toBe('unlocked');
    expect(state.isCovered()).toBe(false);
  });

  test('is found locked when the page is loaded anew', () => {
    const { state } = given(new FakeApi());
    state.begin(session({ isLocked: true }));
    expect(state.isCovered()).toBe(true);
  });
});
