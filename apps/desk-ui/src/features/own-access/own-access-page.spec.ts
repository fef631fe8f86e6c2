// SPDX-License-Identifier: AGPL-3.0-or-later
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { OwnAccessView, PasskeyRegistration } from '@sportello/contracts';
import { BROWSER_PASSKEYS } from '../../data/session/browser-passkeys';
import { SessionState } from '../../data/session/session-state';
import { FakeApi } from '../../testing/fake-api';
import { problem, session } from '../../testing/fixtures';
import { render } from '../../testing/render';
import { OwnAccessPage } from './own-access-page';

const PATH = 'GET /api/own-access';
const NONE: OwnAccessView = { isFactorRequired: false, passkeys: [], authenticatorApp: null, recoveryCodes: null };
const KEY = { id: '0191f2a0-0000-7000-8000-0000000000b1', name: 'Chiave blu', createdAt: '2026-11-24T09:43:58Z', lastUsedAt: null, isSynced: false };
const REGISTRATION: PasskeyRegistration = { id: 'a', rawId: 'a', type: 'public-key', response: { clientDataJSON: 'c', attestationObject: 'o' } };

async function given(api: FakeApi, changes: Parameters<typeof session>[0] = {}) {
  const passkeys = { isSupported: true, sign: () => Promise.resolve(null), make: () => Promise.resolve(REGISTRATION) };
  const screen = await render(OwnAccessPage, {}, [api.provider, provideRouter([]), { provide: BROWSER_PASSKEYS, useValue: passkeys }]);
  TestBed.inject(SessionState).begin(session(changes));
  await screen.stable();
  return screen;
}

afterEach(() => document.body.replaceChildren());

test('a passkey is added by name, and is there', async () => {
  const api = new FakeApi().on(PATH, { value: NONE }).on('POST /api/own-access/passkey-options', { value: { challenge: 'x' } }).on('POST /api/own-access/passkeys', { value: { ...NONE, passkeys: [KEY] } });
  const screen = await given(api);
  await screen.click('Aggiungi una passkey');
  expect(screen.text).toContain('Dai un nome alla passkey.');
  await screen.type('Nome della nuova passkey', ' Chiave blu ');
  await screen.click('Aggiungi una passkey');
  expect(api.to('POST /api/own-access/passkeys')[0]?.body).toEqual({ name: 'Chiave blu', registration: REGISTRATION });
  expect(screen.text).toContain('Aggiunta il 24/11/2026');
});

test('a change is asked to be proved first, and is made then', async () => {
  const api = new FakeApi()
    .on(PATH, { value: { ...NONE, passkeys: [KEY] } })
    .on(`DELETE /api/own-access/passkeys/${KEY.id}`, { problem: problem('proof-needed', 403) }, { value: NONE })
    .on('POST /api/session/unlock', { value: {} });
  const screen = await given(api);
  await screen.click('Togli Chiave blu');
  expect(api.to(`DELETE /api/own-access/passkeys/${KEY.id}`)).toEqual([]);
  await screen.click('Sì, togli Chiave blu');
  expect(screen.heading(2)).toBeDefined();
  expect(screen.text).toContain('Conferma che sei tu');
  const field = document.querySelector<HTMLInputElement>('#prove-password');
  if (!field) throw new Error('no password is asked');
  field.value = 'una parola lunga';
  field.dispatchEvent(new Event('input', { bubbles: true }));
  await screen.click('Conferma');
  await screen.stable();
  expect(api.to('POST /api/session/unlock')[0]?.body).toEqual({ password: 'una parola lunga' });
  expect(screen.text).toContain('Nessuna passkey.');
});

test('an app shows its secret until a code of it was right', async () => {
  const api = new FakeApi()
    .on(PATH, { value: NONE })
    .on('POST /api/own-access/authenticator-app', { value: { secret: 'MZXW6YTBOI', uri: 'otpauth://totp/x', qr: 'data:image/svg+xml;base64,PHN2Zy8+' } })
    .on('POST /api/own-access/authenticator-app/confirmation', { problem: problem('second-factor-failed', 401) }, { value: { ...NONE, authenticatorApp: { since: KEY.createdAt } } });
  const screen = await given(api);
  await screen.click('Aggiungi un’app');
  expect(screen.text).toContain('MZXW6YTBOI');
  await screen.type('Codice dell’app', '123456');
  await screen.click('Conferma l’app');
  expect(screen.text).toContain('Codice non riconosciuto');
  await screen.click('Conferma l’app');
  expect(screen.text).toContain('Attiva dal 24/11/2026');
  expect(screen.text).not.toContain('MZXW6YTBOI');
});

test('recovery codes are shown once', async () => {
  const had = { ...NONE, passkeys: [KEY], recoveryCodes: { left: 10, madeAt: KEY.createdAt } };
  const api = new FakeApi().on(PATH, { value: { ...NONE, passkeys: [KEY] } }, { value: had }).on('POST /api/own-access/recovery-codes', { value: { codes: ['ABCD-EFGH-2345'] } });
  const screen = await given(api);
  await screen.click('Crea i codici');
  await screen.stable();
  expect(screen.text).toContain('ABCD-EFGH-2345');
  await screen.click('Li ho conservati');
  expect(screen.text).not.toContain('ABCD-EFGH-2345');
  expect(screen.text).toContain('Ne restano 10');
});

test('a password is changed with the old one, and what is wrong is said under the fields', async () => {
  const route = 'POST /api/own-access/password';
  const api = new FakeApi().on(PATH, { value: NONE }).on(route, { problem: problem('password-breached', 422) }, { problem: problem('sign-in-failed', 401) }, { value: {} });
  const screen = await given(api);
  await screen.click('Cambia password');
  expect(api.to(route)).toEqual([]);
  await screen.type('Password attuale', 'una parola lunga');
  await screen.type('Password nuova', 'qwerty123456');
  await screen.click('Cambia password');
  expect(screen.text).toContain('elenco di password rubate altrove');
  await screen.click('Cambia password');
  expect(screen.field('Password attuale').getAttribute('aria-invalid')).toBe('true');
  await screen.click('Cambia password');
  expect(screen.text).toContain('Password cambiata.');
  expect(screen.field('Password nuova').value).toBe('');
});

test('where a factor is required the page says so, and the desk opens with the first one', async () => {
  const api = new FakeApi()
    .on(PATH, { value: { ...NONE, isFactorRequired: true } })
    .on('POST /api/own-access/passkey-options', { value: { challenge: 'x' } })
    .on('POST /api/own-access/passkeys', { value: { ...NONE, isFactorRequired: true, passkeys: [KEY] } })
    .on('GET /api/session', { value: session() });
  const screen = await given(api, { mayOnlyEnrol: true, permissions: ['session.own', 'factors.own'] });
  expect(screen.text).toContain('Prima di cominciare serve un secondo fattore');
  await screen.type('Nome della nuova passkey', 'Chiave blu');
  await screen.click('Aggiungi una passkey');
  await screen.stable();
  expect(screen.text).toContain('Vai allo sportello');
  expect(TestBed.inject(SessionState).session()?.mayOnlyEnrol).toBe(false);
});

test('a server that does not answer is told, and can be asked again', async () => {
  const screen = await given(new FakeApi().on(PATH, 'no-answer', { value: NONE }));
  expect(screen.text).toContain('Il server non risponde. Nulla è cambiato.');
  await screen.click('Riprova');
  expect(screen.text).toContain('Nessuna passkey.');
});
