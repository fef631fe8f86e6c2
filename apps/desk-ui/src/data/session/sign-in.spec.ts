// SPDX-License-Identifier: AGPL-3.0-or-later
import { TestBed } from '@angular/core/testing';
import { FakeApi } from '../../testing/fake-api';
import { problem, session } from '../../testing/fixtures';
import { ApiClient } from '../api/api-client';
import { SessionState } from './session-state';
import { SignIn } from './sign-in';

function given(api: FakeApi) {
  TestBed.configureTestingModule({ providers: [api.provider] });
  const state = TestBed.inject(SessionState);
  state.begin(session());
  return { client: TestBed.inject(ApiClient), signIn: TestBed.inject(SignIn), state };
}

const GONE = { problem: problem('not-signed-in', 401) };

describe('signing out', () => {
  test('asks nobody to sign in again when a request that was on its way finds no session', async () => {
    const { client, signIn, state } = given(new FakeApi().on('GET /api/desk', GONE).on('DELETE /api/session', { value: undefined }));
    const reading = client.read('/api/desk');
    const leaving = signIn.signOut();
    await reading;
    expect(state.isExpired()).toBe(false);
    expect(await leaving).toBe('signed-out');
    expect(state.status().kind).toBe('absent');
  });

  test('that did not arrive leaves the session as it was, and its loss is noticed again', async () => {
    const { client, signIn, state } = given(new FakeApi().on('GET /api/desk', GONE).on('DELETE /api/session', 'no-answer'));
    expect(await signIn.signOut()).toBe('unreachable');
    expect(state.status().kind).toBe('active');
    await client.read('/api/desk');
    expect(state.status().kind).toBe('expired');
  });
});
