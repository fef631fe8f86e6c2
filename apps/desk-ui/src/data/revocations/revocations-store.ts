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
  /** So many are shown, under one another. */
  #pages = 1;

  readonly view = this.#view.asReadonly();
  readonly trouble = this.#trouble.asReadonly();

  choose(choice: RevocationsRequest): Promise<void> {
    this.#choice = choice;
    this.#pages = 1;
    return this.refresh();
  }

  refresh(): Promise<void> {
    return this.#reading.run();
  }

  /** The next page, under those that are shown. */
  async more(): Promise<void> {
    const [view, choice] = [this.#view(), this.#choice];
    if (!view) return;
    const longer = await this.#longer(view, choice);
    // Another choice was made meanwhile: these are not its lines.
    if (!longer || choice !== this.#choice) return;
    this.#pages += 1;
    this.#view.set(longer);
  }

  async #read(): Promise<void> {
    const choice = this.#choice;
    let view = await this.#page(choice);
    for (let read = 1; view?.hasMore && read < this.#pages; read += 1) view = await this.#longer(view, choice);
    if (view && choice === this.#choice) this.#view.set(view);
  }

  /** From the last line on as it stood when it was shown: it may have moved. */
  async #longer(view: RevocationsView, choice: RevocationsRequest): Promise<RevocationsView | null> {
    const last = view.requests.at(-1);
    const page = last ? await this.#page({ ...choice, after: { since: last.since, id: last.id } }) : null;
    return page && { ...page, requests: [...view.requests, ...page.requests] };
  }

  async #page(request: RevocationsRequest): Promise<RevocationsView | null> {
    const answer = await this.#api.act<RevocationsView>('/api/revocations/search', request);
    this.#trouble.set(answer.kind === 'done' ? null : answer);
    return answer.kind === 'done' ? answer.value : null;
  }
}
