// SPDX-License-Identifier: AGPL-3.0-or-later
import { inject, Service } from '@angular/core';
import type { PasskeyRequestOptions, PendingSignIn, ProblemCode, SecondFactor, SecondFactorCodeRequest, SessionView, SignInRequest } from '@sportello/contracts';
import type { ApiAnswer } from '../api/api-answer';
import { ApiClient } from '../api/api-client';
import { BROWSER_PASSKEYS } from './browser-passkeys';
import { SessionState } from './session-state';

/** `other-operator`: somebody else signed in over an expired session; the page must start anew, with nothing of the first one's work. */
export type SignedIn = 'signed-in' | 'other-operator';
export type SignInTrouble = 'failed' | 'code-failed' | 'passkey-refused' | 'called-off' | 'expired' | 'too-many-attempts' | 'desk-closed' | 'unreachable';
export type SignInOutcome =
  | { readonly kind: 'in'; readonly who: SignedIn }
  /** Name and password were right, and a second factor is asked. */
  | { readonly kind: 'pending'; readonly methods: readonly SecondFactor[] }
  | { readonly kind: 'not-in'; readonly trouble: SignInTrouble };

const TROUBLE_OF_CODE: Partial<Record<ProblemCode, SignInTrouble>> = {
  'sign-in-failed': 'failed',
  'invalid-request': 'failed',
  'too-many-attempts': 'too-many-attempts',
  'second-factor-failed': 'code-failed',
  'passkey-refused': 'passkey-refused',
  'sign-in-expired': 'expired',
  'desk-closed-for-good': 'desk-closed',
};

/** Beginning, finding again and ending a session. */
@Service()
export class SignIn {
  readonly #api = inject(ApiClient);
  readonly #state = inject(SessionState);
  readonly #passkeys = inject(BROWSER_PASSKEYS);

  /** Asks whether the browser's cookie still names a session. */
  async restore(): Promise<void> {
    if (this.#state.status().kind !== 'unknown') return;
    if (!(await this.readAgain())) this.#state.end();
  }

  /** What the session may do changed: its second factor is there. */
  async readAgain(): Promise<boolean> {
    const answer = await this.#api.read<SessionView>('/api/session');
    if (answer.kind === 'done') this.#state.begin(answer.value);
    return answer.kind === 'done';
  }

  async signIn(request: SignInRequest): Promise<SignInOutcome> {
    return this.#outcomeOf(await this.#api.exchange<SessionView | PendingSignIn>('POST', '/api/session', request));
  }

  async completeWithCode(request: SecondFactorCodeRequest): Promise<SignInOutcome> {
    return this.#outcomeOf(await this.#api.exchange<SessionView>('POST', '/api/session/code', request));
  }

  /** By itself, or after name and password: the server knows which. */
  async withPasskey(): Promise<SignInOutcome> {
    const options = await this.#api.exchange<PasskeyRequestOptions>('POST', '/api/session/passkey-options', {});
    if (options.kind !== 'done') return notIn(options);
    const assertion = await this.#passkeys.sign(options.value);
    if (!assertion) return { kind: 'not-in', trouble: 'called-off' };
    return this.#outcomeOf(await this.#api.exchange<SessionView>('POST', '/api/session/passkey', { assertion }));
  }

  /** Unless the server says so the session may still be open there, so that the page does not pretend otherwise. */
  async signOut(): Promise<'signed-out' | 'unreachable'> {
    this.#state.leave();
    const answer = await this.#api.exchange('DELETE', '/api/session');
    const isOver = answer.kind === 'done' || (answer.kind === 'refused' && answer.problem.code === 'not-signed-in');
    if (isOver) this.#state.end();
    else this.#state.stay();
    return isOver ? 'signed-out' : 'unreachable';
  }

  #outcomeOf(answer: ApiAnswer<SessionView | PendingSignIn>): SignInOutcome {
    if (answer.kind !== 'done') return notIn(answer);
    if ('methods' in answer.value) return { kind: 'pending', methods: answer.value.methods };
    const before = this.#state.session();
    if (before && before.operator.id !== answer.value.operator.id) return { kind: 'in', who: 'other-operator' };
    this.#state.begin(answer.value);
    return { kind: 'in', who: 'signed-in' };
  }
}

function notIn(answer: Exclude<ApiAnswer<unknown>, { readonly kind: 'done' }>): SignInOutcome {
  return { kind: 'not-in', trouble: answer.kind === 'unreachable' ? 'unreachable' : (TROUBLE_OF_CODE[answer.problem.code] ?? 'unreachable') };
}
