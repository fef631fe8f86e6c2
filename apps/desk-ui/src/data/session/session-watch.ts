// SPDX-License-Identifier: AGPL-3.0-or-later
import { inject, Service } from '@angular/core';
import type { SessionView } from '@sportello/contracts';
import { ApiClient } from '../api/api-client';
import { DeskLink } from '../link/desk-link';
import { SingleFlight } from '../link/single-flight';
import { SessionState } from './session-state';

/** Follows the session of somebody who sees no desk: its end is noticed, and a role that was given shows. */
@Service()
export class SessionWatch {
  readonly #api = inject(ApiClient);
  readonly #link = inject(DeskLink);
  readonly #state = inject(SessionState);
  readonly #reading = new SingleFlight(() => this.#read());

  start(): void {
    this.#link.start(() => void this.#reading.run(), '/api/session/events');
  }

  async #read(): Promise<void> {
    const answer = await this.#api.read<SessionView>('/api/session');
    if (answer.kind === 'done') this.#state.begin(answer.value);
  }
}
