// SPDX-License-Identifier: AGPL-3.0-or-later
import { inject, Service, signal } from '@angular/core';
import type { SearchResult } from '@sportello/contracts';
import { ApiClient } from '../api/api-client';
import type { ActTrouble } from './case-store';

/** The search of one layer: what it found goes with it. */
@Service({ autoProvided: false })
export class SearchStore {
  readonly #api = inject(ApiClient);
  readonly #result = signal<SearchResult | null>(null);
  readonly #trouble = signal<ActTrouble | null>(null);
  readonly #isBusy = signal(false);
  #asked = 0;

  readonly result = this.#result.asReadonly();
  readonly trouble = this.#trouble.asReadonly();
  readonly isBusy = this.#isBusy.asReadonly();

  /** Whether the search was answered. */
  async search(text: string): Promise<boolean> {
    if (this.#isBusy()) return false;
    this.#isBusy.set(true);
    const asked = this.#asked;
    const answer = await this.#api.act<SearchResult>('/api/searches', { text });
    // Another text was begun meanwhile: this answer is to a question that nobody asks any more.
    if (asked !== this.#asked) return false;
    this.#isBusy.set(false);
    this.#result.set(answer.kind === 'done' ? answer.value : null);
    this.#trouble.set(answer.kind === 'done' ? null : answer);
    return answer.kind === 'done';
  }

  /** Back to the open cases. */
  clear(): void {
    this.#asked += 1;
    this.#isBusy.set(false);
    this.#result.set(null);
    this.#trouble.set(null);
  }
}
