// SPDX-License-Identifier: AGPL-3.0-or-later
import { inject, Service } from '@angular/core';
import type { PasskeyRequestOptions, ProblemCode, ProveRequest, SessionView } from '@sportello/contracts';
import { ApiClient } from '../api/api-client';
import { BROWSER_PASSKEYS } from './browser-passkeys';
import { SessionState } from './session-state';

export type ProofOutcome = 'proved' | 'failed' | 'passkey-refused' | 'called-off' | 'too-many-attempts' | 'unreachable';

const OUTCOME_OF_CODE: Partial<Record<ProblemCode, ProofOutcome>> = {
  'sign-in-failed': 'failed',
  'invalid-request': 'failed',
  'too-many-attempts': 'too-many-attempts',
  'passkey-refused': 'passkey-refused',
};

/** Locking the session at hand, and its person's proof that it is still theirs. */
@Service()
export class SessionLock {
  readonly #api = inject(ApiClient);
  readonly #state = inject(SessionState);
  readonly #passkeys = inject(BROWSER_PASSKEYS);

  /** The page covers itself at once, whether the server hears of it or not: it locks by itself soon after. */
  lock(): void {
    this.#state.lock();
    void this.#api.exchange('POST', '/api/session/lock', {});
  }

  /** A hand is at work, though no act tells. */
  async use(): Promise<void> {
    const answer = await this.#api.exchange('POST', '/api/session/use', {});
    if (answer.kind === 'refused' && answer.problem.code === 'session-locked') this.#state.lock();
  }

  byPassword(password: string): Promise<ProofOutcome> {
    return this.#prove({ password });
  }

  async byPasskey(): Promise<ProofOutcome> {
    const options = await this.#api.exchange<PasskeyRequestOptions>('POST', '/api/session/unlock-options', {});
    if (options.kind === 'refused' && options.problem.code === 'not-signed-in') this.#state.lose();
    if (options.kind !== 'done') return 'unreachable';
    const assertion = await this.#passkeys.sign(options.value);
    return assertion ? this.#prove({ assertion }) : 'called-off';
  }

  /** Another window of the same browser may have been unlocked, or somebody else may have signed in there. */
  async look(): Promise<'locked' | 'unlocked' | 'other-operator'> {
    const answer = await this.#api.read<SessionView>('/api/session');
    if (answer.kind !== 'done') return 'locked';
    if (answer.value.operator.id !== this.#state.session()?.operator.id) return 'other-operator';
    if (!answer.value.isLocked) this.#state.begin(answer.value);
    return answer.value.isLocked ? 'locked' : 'unlocked';
  }

  async #prove(request: ProveRequest): Promise<ProofOutcome> {
    const answer = await this.#api.exchange('POST', '/api/session/unlock', request);
    if (answer.kind === 'done') {
      this.#state.unlock();
      return 'proved';
    }
    if (answer.kind === 'unreachable') return 'unreachable';
    if (answer.problem.code === 'not-signed-in') this.#state.lose();
    return OUTCOME_OF_CODE[answer.problem.code] ?? 'unreachable';
  }
}
