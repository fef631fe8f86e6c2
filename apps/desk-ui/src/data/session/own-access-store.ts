// SPDX-License-Identifier: AGPL-3.0-or-later
import { inject, Service, signal } from '@angular/core';
import type { AuthenticatorAppOffer, ChangePasswordRequest, OwnAccessView, PasskeyCreationOptions, RecoveryCodesView } from '@sportello/contracts';
import type { ApiAnswer } from '../api/api-answer';
import { ApiClient } from '../api/api-client';
import { BROWSER_PASSKEYS } from './browser-passkeys';
import { SessionState } from './session-state';

export type OwnAccessTrouble = Exclude<ApiAnswer<unknown>, { readonly kind: 'done' }>;

const PATH = '/api/own-access';

/** By what the person signs in, and how they change it. A secret that an answer brings is given on, and kept nowhere. */
@Service()
export class OwnAccessStore {
  readonly #api = inject(ApiClient);
  readonly #state = inject(SessionState);
  readonly #passkeys = inject(BROWSER_PASSKEYS);
  readonly #view = signal<OwnAccessView | null>(null);
  readonly #hasFailed = signal(false);
  readonly #trouble = signal<OwnAccessTrouble | null>(null);
  readonly #isBusy = signal(false);

  readonly view = this.#view.asReadonly();
  readonly hasFailed = this.#hasFailed.asReadonly();
  readonly trouble = this.#trouble.asReadonly();
  readonly isBusy = this.#isBusy.asReadonly();
  readonly hasPasskeys = this.#passkeys.isSupported;

  async refresh(): Promise<void> {
    const answer = await this.#api.read<OwnAccessView>(PATH);
    this.#hasFailed.set(answer.kind !== 'done');
    if (answer.kind === 'done') this.#view.set(answer.value);
  }

  dismissTrouble(): void {
    this.#trouble.set(null);
  }

  async changePassword(request: ChangePasswordRequest): Promise<ApiAnswer<void>> {
    return this.#exchange('POST', 'password', request);
  }

  /** `called-off`: the browser made none. */
  async addPasskey(name: string): Promise<'added' | 'called-off' | 'refused'> {
    const options = await this.#exchange<PasskeyCreationOptions>('POST', 'passkey-options', {});
    if (options.kind !== 'done') return this.#told(options);
    const registration = await this.#passkeys.make(options.value);
    if (!registration) return 'called-off';
    return (await this.#change('POST', 'passkeys', { name, registration })) ? 'added' : 'refused';
  }

  removePasskey(id: string): Promise<boolean> {
    return this.#change('DELETE', `passkeys/${id}`);
  }

  async offerApp(): Promise<AuthenticatorAppOffer | null> {
    return this.#valueOf(await this.#exchange<AuthenticatorAppOffer>('POST', 'authenticator-app', {}));
  }

  confirmApp(code: string): Promise<boolean> {
    return this.#change('POST', 'authenticator-app/confirmation', { code });
  }

  removeApp(): Promise<boolean> {
    return this.#change('DELETE', 'authenticator-app');
  }

  async makeRecoveryCodes(): Promise<readonly string[] | null> {
    const made = this.#valueOf(await this.#exchange<RecoveryCodesView>('POST', 'recovery-codes', {}));
    if (made) void this.refresh();
    return made?.codes ?? null;
  }

  async #change(method: 'POST' | 'DELETE', path: string, body?: object): Promise<boolean> {
    const view = this.#valueOf(await this.#exchange<OwnAccessView>(method, path, body));
    if (view) this.#view.set(view);
    return view !== null;
  }

  async #exchange<Value>(method: 'POST' | 'DELETE', path: string, body?: object): Promise<ApiAnswer<Value>> {
    this.#isBusy.set(true);
    this.#trouble.set(null);
    const answer = await this.#api.exchange<Value>(method, `${PATH}/${path}`, body);
    this.#isBusy.set(false);
    if (answer.kind === 'refused' && answer.problem.code === 'not-signed-in') this.#state.lose();
    if (answer.kind === 'refused' && answer.problem.code === 'session-locked') this.#state.lock();
    return answer;
  }

  #valueOf<Value>(answer: ApiAnswer<Value>): Value | null {
    if (answer.kind === 'done') return answer.value;
    this.#told(answer);
    return null;
  }

  #told(trouble: OwnAccessTrouble): 'refused' {
    this.#trouble.set(trouble);
    return 'refused';
  }
}
