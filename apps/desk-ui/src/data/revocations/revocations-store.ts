// SPDX-License-Identifier: AGPL-3.0-or-later
import { inject, Service, signal } from '@angular/core';
import type { RevocationsRequest, RevocationsView } from '@sportello/contracts';
import { ApiClient } from '../api/api-client';
import type { ActTrouble } from '../case/case-store';
import { SingleFlight } from '../link/single-flight';

/** Requests for revocation, the oldest first, as they were chosen. The choice is in the body: a number names a person. */
@Service({ autoProvided: false })
export class RevocationsStore {
  readonly #api = inject(ApiClient);
  readonly #view = signal<RevocationsView | null>(null);
  readonly #trouble = signal<ActTrouble | null>(null);
  readonly #reading = new SingleFlight(() => this.#read());
  #choice: RevocationsRequest = {};

  readonly view = this.#view.asReadonly();
  readonly trouble = this.#trouble.asReadonly();

  choose(choice: RevocationsRequest): Promise<void> {
    this.#choice = choice;
    return this.refresh();
  }

  refresh(): Promise<void> {
    return this.#reading.run();
  }

  async #read(): Promise<void> {
    const answer = await this.#api.act<RevocationsView>('/api/revocations/search', this.#choice);
    this.#trouble.set(answer.kind === 'done' ? null : answer);
    if (answer.kind === 'done') this.#view.set(answer.value);
  }
}
