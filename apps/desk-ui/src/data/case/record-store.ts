// SPDX-License-Identifier: AGPL-3.0-or-later
import { inject, Service, signal } from '@angular/core';
import type { CaseView } from '@sportello/contracts';
import { ApiClient } from '../api/api-client';
import type { ActTrouble } from './case-store';

/** A case that is looked at, and not in hand. */
@Service({ autoProvided: false })
export class RecordStore {
  readonly #api = inject(ApiClient);
  readonly #case = signal<CaseView | null>(null);
  readonly #trouble = signal<ActTrouble | null>(null);

  readonly case = this.#case.asReadonly();
  readonly trouble = this.#trouble.asReadonly();

  async read(id: string): Promise<void> {
    const answer = await this.#api.read<CaseView>(`/api/cases/${id}`);
    this.#trouble.set(answer.kind === 'done' ? null : answer);
    if (answer.kind === 'done') this.#case.set(answer.value);
  }
}
