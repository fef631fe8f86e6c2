// SPDX-License-Identifier: AGPL-3.0-or-later
import { inject, Service, signal } from '@angular/core';
import type { CardOutcomes } from '@sportello/contracts';
import { ApiClient } from '../api/api-client';
import { SingleFlight } from '../link/single-flight';

const DAY_MS = 86_400_000;
const DAYS = 30;
const day = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Rome', year: 'numeric', month: '2-digit', day: '2-digit' });

/** The cards of the last thirty days that could not be served, at the desks of the supervisor's body. */
@Service()
export class CardOutcomesStore {
  readonly #api = inject(ApiClient);
  readonly #outcomes = signal<CardOutcomes | null>(null);
  readonly #hasFailed = signal(false);
  readonly #reading = new SingleFlight(() => this.#read());

  readonly outcomes = this.#outcomes.asReadonly();
  readonly hasFailed = this.#hasFailed.asReadonly();

  refresh(): Promise<void> {
    return this.#reading.run();
  }

  async #read(): Promise<void> {
    const [from, to] = [day.format(Date.now() - (DAYS - 1) * DAY_MS), day.format(Date.now())];
    const answer = await this.#api.read<CardOutcomes>(`/api/desk/outcomes?from=${from}&to=${to}`);
    this.#hasFailed.set(answer.kind !== 'done');
    if (answer.kind === 'done') this.#outcomes.set(answer.value);
  }
}
