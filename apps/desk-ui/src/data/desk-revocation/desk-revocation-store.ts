// SPDX-License-Identifier: AGPL-3.0-or-later
import { inject, Service, signal } from '@angular/core';
import type { CardsAtDesk, CardsAtDeskRequest, RecordRevocationRequest, RevocationReceipt } from '@sportello/contracts';
import type { ApiAnswer } from '../api/api-answer';
import { ApiClient } from '../api/api-client';
import type { ActTrouble } from '../case/case-store';

/** One request at the counter: whose cards were found, and what became of it. Nothing of it outlives the page. */
@Service({ autoProvided: false })
export class DeskRevocationStore {
  readonly #api = inject(ApiClient);
  readonly #found = signal<CardsAtDesk | null>(null);
  /** The stay in the reader by which the cards were found; null: by what was typed. */
  readonly #insertionId = signal<string | null>(null);
  readonly #receipt = signal<RevocationReceipt | null>(null);
  readonly #trouble = signal<ActTrouble | null>(null);
  readonly #isBusy = signal(false);

  readonly found = this.#found.asReadonly();
  readonly insertionId = this.#insertionId.asReadonly();
  readonly receipt = this.#receipt.asReadonly();
  readonly trouble = this.#trouble.asReadonly();
  readonly isBusy = this.#isBusy.asReadonly();

  async find(asked: CardsAtDeskRequest): Promise<void> {
    this.forget();
    await this.#one(async () => {
      const cards = this.#took(await this.#api.act<CardsAtDesk>('/api/revocations/cards', asked));
      this.#found.set(cards);
      this.#insertionId.set(cards !== null && asked.by === 'card' ? asked.insertionId : null);
    });
  }

  async record(request: RecordRevocationRequest): Promise<void> {
    await this.#one(async () => this.#receipt.set(this.#took(await this.#api.act<RevocationReceipt>('/api/revocations', request))));
  }

  /** The cards that were found leave the page. */
  forget(): void {
    this.#found.set(null);
    this.#insertionId.set(null);
  }

  dismissTrouble(): void {
    this.#trouble.set(null);
  }

  #took<Value>(answer: ApiAnswer<Value>): Value | null {
    // The sign-in layer says it.
    const isSignedOut = answer.kind === 'refused' && answer.problem.code === 'not-signed-in';
    this.#trouble.set(answer.kind === 'done' || isSignedOut ? null : answer);
    return answer.kind === 'done' ? answer.value : null;
  }

  async #one(act: () => Promise<void>): Promise<void> {
    if (this.#isBusy()) return;
    this.#isBusy.set(true);
    try {
      await act();
    } finally {
      this.#isBusy.set(false);
    }
  }
}
