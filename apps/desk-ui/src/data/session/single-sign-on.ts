// SPDX-License-Identifier: AGPL-3.0-or-later
import { inject, Service, signal } from '@angular/core';
import type { SessionView, SignInWays } from '@sportello/contracts';
import type { SingleSignOnRefusal } from '@sportello/domain';
import type { ApiAnswer } from '../api/api-answer';
import { ApiClient } from '../api/api-client';
import { SessionState } from './session-state';

export type SingleSignOnTrouble = SingleSignOnRefusal | 'too-many-attempts' | 'desk-closed-for-good' | 'unreachable';

/** For this tab: whoever came in by the provider goes out there too. */
const CAME_THIS_WAY = 'sportello.single-sign-on';

/** The way in by a provider of identities, where the installation has one. */
@Service()
export class SingleSignOn {
  readonly #api = inject(ApiClient);
  readonly #state = inject(SessionState);
  readonly #way = signal<SignInWays['singleSignOn']>(null);

  /** Null: there is none, or nobody knows yet; the other ways do not wait for it. */
  readonly way = this.#way.asReadonly();
  /** What became of the last try, told where the next one begins. */
  readonly trouble = signal<SingleSignOnTrouble | null>(null);

  async look(): Promise<void> {
    const answer = await this.#api.read<SignInWays>('/api/session/ways');
    if (answer.kind === 'done') this.#way.set(answer.value.singleSignOn);
  }

  /** The browser is back from the provider: fetches what came of it. */
  async collect(): Promise<'signed-in' | SingleSignOnTrouble> {
    const answer = await this.#api.exchange<SessionView>('POST', '/api/session/single-sign-on');
    if (answer.kind !== 'done') return troubleOf(answer);
    this.#begin(answer.value);
    return 'signed-in';
  }

  /** Another tab may have signed in. Null: not yet. */
  async takeOver(): Promise<'signed-in' | 'other-operator' | null> {
    const before = this.#state.session();
    const answer = await this.#api.read<SessionView>('/api/session');
    if (answer.kind !== 'done') return null;
    if (before && before.operator.id !== answer.value.operator.id) return 'other-operator';
    this.#begin(answer.value);
    return 'signed-in';
  }

  /** Whether there is a session at the provider to be ended as well; asked once. */
  takeFarewell(): boolean {
    const came = sessionStorage.getItem(CAME_THIS_WAY) !== null;
    sessionStorage.removeItem(CAME_THIS_WAY);
    return came;
  }

  #begin(session: SessionView): void {
    sessionStorage.setItem(CAME_THIS_WAY, 'yes');
    this.#state.begin(session);
  }
}

function troubleOf(answer: Exclude<ApiAnswer<SessionView>, { readonly kind: 'done' }>): SingleSignOnTrouble {
  if (answer.kind === 'unreachable') return 'unreachable';
  const { code, details } = answer.problem;
  if (code === 'single-sign-on-refused') return details?.['because'] as SingleSignOnRefusal;
  return code === 'too-many-attempts' || code === 'desk-closed-for-good' ? code : 'unreachable';
}
