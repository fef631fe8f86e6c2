// SPDX-License-Identifier: AGPL-3.0-or-later
import { inject, Service, signal } from '@angular/core';
import type { FunctionalCheckView } from '@sportello/contracts';
import { ApiClient } from '../api/api-client';
import type { ActTrouble } from '../case/case-store';

/** One functional check, for as long as its layer is open. */
@Service({ autoProvided: false })
export class CardCheckStore {
  readonly #api = inject(ApiClient);
  readonly #check = signal<FunctionalCheckView | null>(null);
  readonly #trouble = signal<ActTrouble | null>(null);

  readonly check = this.#check.asReadonly();
  readonly trouble = this.#trouble.asReadonly();

  async run(insertionId: string): Promise<void> {
    const answer = await this.#api.act<FunctionalCheckView>('/api/functional-checks', { insertionId });
    this.#trouble.set(answer.kind === 'done' ? null : answer);
    if (answer.kind === 'done') this.#check.set(answer.value);
  }
}
