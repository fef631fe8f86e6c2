// SPDX-License-Identifier: AGPL-3.0-or-later
import { inject, Service } from '@angular/core';
import type { ProblemCode, SessionView, SignInRequest } from '@sportello/contracts';
import { ApiClient } from '../api/api-client';
import { SessionState } from './session-state';

/** `other-operator`: somebody else signed in over an expired session; the page must start anew, with nothing of the first one's work. */
export type SignInOutcome = 'signed-in' | 'other-operator' | 'failed' | 'too-many-attempts' | 'unreachable';

const OUTCOME_OF_CODE: Partial<Record<ProblemCode, SignInOutcome>> = {
  'sign-in-failed': 'failed',
  'invalid-request': 'failed',
  'too-many-attempts': 'too-many-attempts',
};

/** Beginning, finding again and ending a session. */
@Service()
export class SignIn {
  readonly #api = inject(ApiClient);
  readonly #state = inject(SessionState);

  /** Asks whether the browser's cookie still names a session. */
  async restore(): Promise<void> {
    if (this.#state.status().kind !== 'unknown') return;
    const answer = await this.#api.read<SessionView>('/api/session');
    if (answer.kind === 'done') this.#state.begin(answer.value);
    else this.#state.end();
  }

  async signIn(request: SignInRequest): Promise<SignInOutcome> {
    const before = this.#state.session();
    const answer = await this.#api.exchange<SessionView>('POST', '/api/session', request);
    if (answer.kind === 'unreachable') return 'unreachable';
    if (answer.kind === 'refused') return OUTCOME_OF_CODE[answer.problem.code] ?? 'unreachable';
    if (before && before.operator.id !== answer.value.operator.id) return 'other-operator';
    this.#state.begin(answer.value);
    return 'signed-in';
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
}
