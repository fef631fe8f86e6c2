// SPDX-License-Identifier: AGPL-3.0-or-later
import { type AuthenticatorAppOffer, CSRF_HEADER, IDEMPOTENCY_KEY_HEADER, type PasskeyCreationOptions, type PasskeyRequestOptions, type SessionView } from '@sportello/contracts';
import { randomUUID } from 'node:crypto';
import supertest, { type Response } from 'supertest';
import { codeOfStep, stepAt } from '../platform/second-factors/totp';
import { PASSWORD, type TestApi } from './test-api';
import { type PasskeyWish, TestPasskey } from './test-passkey';

/** A browser that keeps its cookies, as far as signing in goes. */
export class TestBrowser {
  readonly cookies = new Map<string, string>();
  session: SessionView | undefined;

  constructor(private readonly api: TestApi) {}

  static async signedIn(api: TestApi, username = 'bini', password = PASSWORD): Promise<TestBrowser> {
    const browser = new TestBrowser(api);
    await browser.signIn(username, password);
    return browser;
  }

  get(path: string): Promise<Response> {
    return this.#keep(this.#with(supertest(this.api.url).get(path)));
  }

  post(path: string, body: object = {}): Promise<Response> {
    return this.#keep(this.#with(supertest(this.api.url).post(path)).send(body));
  }

  delete(path: string): Promise<Response> {
    return this.#keep(this.#with(supertest(this.api.url).delete(path)));
  }

  signIn(username = 'bini', password = PASSWORD): Promise<Response> {
    return this.post('/api/session', { username, password });
  }

  /** The second half of a sign-in. */
  code(code: string, method: 'totp' | 'recovery-code' = 'totp'): Promise<Response> {
    return this.post('/api/session/code', { method, code });
  }

  async signInWith(passkey: TestPasskey, wish: PasskeyWish = {}): Promise<Response> {
    const { challenge } = (await this.post('/api/session/passkey-options')).body as PasskeyRequestOptions;
    return this.post('/api/session/passkey', { assertion: passkey.assertion(challenge, wish) });
  }

  async unlockWith(passkey: TestPasskey, wish: PasskeyWish = {}): Promise<Response> {
    const { challenge } = (await this.post('/api/session/unlock-options')).body as PasskeyRequestOptions;
    return this.post('/api/session/unlock', { assertion: passkey.assertion(challenge, wish) });
  }

  async enrolPasskey(passkey = new TestPasskey(), wish: PasskeyWish = {}): Promise<{ readonly passkey: TestPasskey; readonly answer: Response }> {
    const { challenge } = (await this.post('/api/own-access/passkey-options')).body as PasskeyCreationOptions;
    return { passkey, answer: await this.post('/api/own-access/passkeys', { name: 'Chiave blu', registration: passkey.registration(challenge, wish) }) };
  }

  /** An authenticator app: answers its code of the moment, whenever it is asked. */
  async enrolApp(): Promise<() => string> {
    const { secret } = (await this.post('/api/own-access/authenticator-app')).body as AuthenticatorAppOffer;
    const app = (): string => codeOfStep(fromBase32(secret), stepAt(this.api.clock.now()));
    const confirmed = await this.post('/api/own-access/authenticator-app/confirmation', { code: app() });
    if (confirmed.status !== 200) throw new Error(`the app was not confirmed: ${confirmed.text}`);
    return app;
  }

  #with(request: supertest.Test): supertest.Test {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    return request.set('cookie', cookie).set(CSRF_HEADER, this.session?.csrfToken ?? '').set(IDEMPOTENCY_KEY_HEADER, randomUUID());
  }

  async #keep(request: supertest.Test): Promise<Response> {
    const response = await request;
    for (const line of response.get('set-cookie') ?? []) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split('=');
      if (line.includes('Max-Age=0')) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    const body = response.body as Partial<SessionView> | undefined;
    if (response.status === 200 && body?.csrfToken !== undefined) this.session = body as SessionView;
    return response;
  }
}

function fromBase32(text: string): Uint8Array {
  const bits = Array.from(text, (letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0')).join('');
  return Uint8Array.from(bits.match(/.{8}/g) ?? [], (byte) => parseInt(byte, 2));
}
