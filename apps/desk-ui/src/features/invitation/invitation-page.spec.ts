// SPDX-License-Identifier: AGPL-3.0-or-later
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { SessionState } from '../../data/session/session-state';
import { FakeApi } from '../../testing/fake-api';
import { problem, session } from '../../testing/fixtures';
import { render } from '../../testing/render';
import { InvitationPage } from './invitation-page';

const ACCEPT = 'POST /api/invitations/accept';

async function filled(api: FakeApi) {
  const screen = await render(InvitationPage, {}, [api.provider, provideRouter([])]);
  const went = jest.spyOn(TestBed.inject(Router), 'navigateByUrl').mockResolvedValue(true);
  await screen.type('Codice d’invito', ' abcd efgh 2345 ');
  await screen.type('Nuova password', 'tramonto sul molo');
  await screen.click('Salva e accedi');
  return { screen, went };
}

afterEach(() => document.body.replaceChildren());

test('code and a password of their own bring somebody in, signed in', async () => {
  const api = new FakeApi().on(ACCEPT, { value: { username: 'rossi' } }).on('POST /api/session', { value: session() });
  const { went } = await filled(api);
  expect(api.to(ACCEPT)[0]?.body).toEqual({ code: 'abcd efgh 2345', password: 'tramonto sul molo' });
  expect(api.to('POST /api/session')[0]?.body).toEqual({ username: 'rossi', password: 'tramonto sul molo' });
  expect(TestBed.inject(SessionState).session()?.operator.displayName).toBe('L. Bini');
  expect(went).toHaveBeenCalledWith('/');
});

test.each([
  ['invitation-unknown', 403, 'Codice d’invito non riconosciuto'],
  ['password-breached', 422, 'Password già pubblicata'],
  ['too-many-attempts', 429, 'Troppi tentativi'],
] as const)('%s is told, and what was typed stays', async (code, status, told) => {
  const { screen, went } = await filled(new FakeApi().on(ACCEPT, { problem: problem(code, status) }));
  expect(screen.text).toContain(told);
  expect(screen.field('Nuova password').value).toBe('tramonto sul molo');
  expect(went).not.toHaveBeenCalled();
});

test('nothing is sent with a field empty', async () => {
  const api = new FakeApi();
  const screen = await render(InvitationPage, {}, [api.provider, provideRouter([])]);
  await screen.click('Salva e accedi');
  expect(screen.text).toContain('Scrivi codice d’invito e password.');
  expect(api.sent).toEqual([]);
});
