// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Provider } from '@angular/core';
import type { PasskeyAssertion } from '@sportello/contracts';
import { BROWSER_PASSKEYS } from '../../data/session/browser-passkeys';
import { FakeApi } from '../../testing/fake-api';
import { problem, session } from '../../testing/fixtures';
import { render } from '../../testing/render';
import { SignInForm } from './sign-in-form';

const ROUTE = 'POST /api/session';

async function given(api: FakeApi, more: readonly Provider[] = []) {
  const screen = await render(SignInForm, {}, [api.provider, ...more]);
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

const PENDING = { value: { methods: ['totp', 'recovery-code'], expiresAt: '2026-11-24T09:48:58Z' } };
const CODE = 'POST /api/session/code';

async function givenPassword(api: FakeApi) {
  const found = await given(api);
  await found.screen.type('Nome utente', 'bini');
  await found.screen.type('Password', 'sorgente');
  await found.screen.click('Accedi');
  return found;
}

test('whoever has a second factor is asked for its code, in the same place', async () => {
  const api = new FakeApi().on(ROUTE, PENDING).on(CODE, { problem: problem('second-factor-failed', 401) }, { value: session() });
  const { screen, outcomes } = await givenPassword(api);
  expect(outcomes).toEqual([]);
  await screen.click('Accedi');
  expect(screen.text).toContain('Scrivi il codice.');
  await screen.type('Codice dell’app', '123456');
  await screen.click('Accedi');
  expect(screen.text).toContain('Codice non riconosciuto.');
  expect(screen.field('Codice dell’app').getAttribute('aria-invalid')).toBe('true');
  await screen.type('Codice dell’app', ' 654321 ');
  await screen.click('Accedi');
  expect(api.to(CODE).map(({ body }) => body)).toEqual([{ method: 'totp', code: '123456' }, { method: 'totp', code: '654321' }]);
  expect(outcomes).toEqual(['signed-in']);
});

test('a recovery code stands in for a factor that is not at hand', async () => {
  const api = new FakeApi().on(ROUTE, PENDING).on(CODE, { value: session() });
  const { screen, outcomes } = await givenPassword(api);
  await screen.click('Non ho il secondo fattore');
  await screen.type('Codice di recupero', 'ABCD-EFGH-2345');
  await screen.click('Accedi');
  expect(api.to(CODE)[0]?.body).toEqual({ method: 'recovery-code', code: 'ABCD-EFGH-2345' });
  expect(outcomes).toEqual(['signed-in']);
});

test('a sign-in that took too long begins again with the password, and says so', async () => {
  const api = new FakeApi().on(ROUTE, PENDING).on(CODE, { problem: problem('sign-in-expired', 401) });
  const { screen } = await givenPassword(api);
  await screen.type('Codice dell’app', '123456');
  await screen.click('Accedi');
  expect(screen.text).toContain('Ricomincia dalla password.');
  expect(screen.field('Nome utente').value).toBe('bini');
  expect(screen.field('Password').value).toBe('');
});

describe('a passkey', () => {
  const OPTIONS = 'POST /api/session/passkey-options';
  const PASSKEY = 'POST /api/session/passkey';
  const ASSERTION = { id: 'a', rawId: 'a', type: 'public-key', response: { clientDataJSON: 'c', authenticatorData: 'd', signature: 's' } } as const;
  const browser = (sign: () => Promise<PasskeyAssertion | null>) => ({ provide: BROWSER_PASSKEYS, useValue: { isSupported: true, sign, make: () => Promise.resolve(null) } });

  test('is enough by itself', async () => {
    const api = new FakeApi().on(OPTIONS, { value: { challenge: 'x' } }).on(PASSKEY, { value: session() });
    const { screen, outcomes } = await given(api, [browser(() => Promise.resolve(ASSERTION))]);
    await screen.click('Usa una passkey');
    expect(api.to(PASSKEY)[0]?.body).toEqual({ assertion: ASSERTION });
    expect(outcomes).toEqual(['signed-in']);
  });

  test('that is called off leaves the form as it was, and says that another way is there', async () => {
    const { screen, outcomes } = await given(new FakeApi().on(OPTIONS, { value: { challenge: 'x' } }), [browser(() => Promise.resolve(null))]);
    await screen.type('Nome utente', 'bini');
    await screen.click('Usa una passkey');
    expect(screen.text).toContain('La passkey non ha risposto.');
    expect(screen.field('Nome utente').value).toBe('bini');
    expect(outcomes).toEqual([]);
  });

  test('is not offered by a browser that has none', async () => {
    const { screen } = await given(new FakeApi());
    expect(screen.hasButton('Usa una passkey')).toBe(false);
  });
});
