// SPDX-License-Identifier: AGPL-3.0-or-later
import { FakeApi } from '../../testing/fake-api';
import { problem, session } from '../../testing/fixtures';
import { render } from '../../testing/render';
import { SignInForm } from './sign-in-form';

const ROUTE = 'POST /api/session';

async function given(api: FakeApi) {
  const screen = await render(SignInForm, {}, [api.provider]);
  const outcomes: string[] = [];
  screen.fixture.componentInstance.signedIn.subscribe((outcome) => outcomes.push(outcome));
  return { screen, outcomes };
}

afterEach(() => document.body.replaceChildren());

test('name and password open a session', async () => {
  const api = new FakeApi().on(ROUTE, { value: session() });
  const { screen, outcomes } = await given(api);
  await screen.type('Nome utente', ' bini ');
  await screen.type('Password', 'sorgente');
  await screen.click('Accedi');
  expect(api.to(ROUTE)[0]?.body).toEqual({ username: 'bini', password: 'sorgente' });
  expect(outcomes).toEqual(['signed-in']);
  expect(screen.field('Password').value).toBe('');
});

test('what was wrong is said under the fields, without saying which of the two', async () => {
  const { screen, outcomes } = await given(new FakeApi().on(ROUTE, { problem: problem('sign-in-failed', 401) }));
  await screen.type('Nome utente', 'bini');
  await screen.type('Password', 'x');
  await screen.click('Accedi');
  expect(screen.text).toContain('Nome utente o password non riconosciuti. Riprova.');
  expect(outcomes).toEqual([]);
});

test('a server that does not answer is told as such', async () => {
  const { screen } = await given(new FakeApi().on(ROUTE, 'no-answer'));
  await screen.type('Nome utente', 'bini');
  await screen.type('Password', 'x');
  await screen.click('Accedi');
  expect(screen.text).toContain('Il server non risponde.');
});

test('nothing is sent with a field empty', async () => {
  const api = new FakeApi();
  const { screen } = await given(api);
  await screen.type('Nome utente', 'bini');
  await screen.click('Accedi');
  expect(api.sent).toEqual([]);
  expect(screen.text).toContain('Scrivi nome utente e password.');
});
