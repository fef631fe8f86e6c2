// SPDX-License-Identifier: AGPL-3.0-or-later
import { inject, Service, signal } from '@angular/core';
import type { PublicDesk, PublicDesks } from '@sportello/contracts';
import { ApiClient } from '../api/api-client';

/** The list that anybody may read. */
@Service()
export class PublicDesksStore {
  readonly #api = inject(ApiClient);
  readonly #desks = signal<readonly PublicDesk[] | null>(null);
  readonly #hasFailed = signal(false);

  readonly desks = this.#desks.asReadonly();
  readonly hasFailed = this.#hasFailed.asReadonly();

  async read(): Promise<void> {
    const answer = await this.#api.exchange<PublicDesks>('GET', '/api/public/desks');
    this.#hasFailed.set(answer.kind !== 'done');
    if (answer.kind === 'done') this.#desks.set(answer.value.desks);
  }
}
