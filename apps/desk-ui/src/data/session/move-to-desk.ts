// SPDX-License-Identifier: AGPL-3.0-or-later
import { inject, Service } from '@angular/core';
import type { MoveToDeskRequest, SessionView } from '@sportello/contracts';
import { ApiClient } from '../api/api-client';
import { SessionState } from './session-state';

/** Goes on at another desk: a new session, while the cases stay where they are. */
@Service()
export class MoveToDesk {
  readonly #api = inject(ApiClient);
  readonly #state = inject(SessionState);

  /** Whether it was done. The session of before ends with it, and nobody is asked to sign in over that. */
  async to(deskId: string): Promise<boolean> {
    this.#state.leave();
    const answer = await this.#api.exchange<SessionView>('POST', '/api/session/desk', { deskId } satisfies MoveToDeskRequest);
    this.#state.stay();
    return answer.kind === 'done';
  }
}
