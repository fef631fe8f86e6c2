// SPDX-License-Identifier: AGPL-3.0-or-later
import { computed, inject, Service, signal } from '@angular/core';
import type { DeskView } from '@sportello/contracts';
import { ApiClient } from '../api/api-client';
import { CaseStore } from '../case/case-store';
import { Visit } from '../case/visit';
import { DeskLink } from '../link/desk-link';
import { SingleFlight } from '../link/single-flight';

/** What the page knows of its desk: read at each hint and after each reconnection, together with the case in hand. Never polled. */
@Service()
export class DeskStore {
  readonly #api = inject(ApiClient);
  readonly #link = inject(DeskLink);
  readonly #cases = inject(CaseStore);
  readonly #visit = inject(Visit);
  readonly #desk = signal<DeskView | null>(null);
  readonly #hasFailed = signal(false);
  /** Milliseconds by which the API's clock is ahead of this computer's. */
  readonly #clockLead = signal(0);
  readonly #reading = new SingleFlight(() => this.#read());

  readonly desk = this.#desk.asReadonly();
  readonly clockLead = this.#clockLead.asReadonly();
  /** Nothing could be shown yet, because the first read failed. */
  readonly isUnavailable = computed(() => this.#hasFailed() && this.#desk() === null);

  start(): void {
    this.#link.start(() => void this.refresh());
  }

  stop(): void {
    this.#link.stop();
  }

  /** Forgets everything of the person who signed out. */
  forget(): void {
    this.stop();
    this.#desk.set(null);
    this.#hasFailed.set(false);
    this.#cases.leave();
    this.#visit.end();
  }

  refresh(): Promise<void> {
    return this.#reading.run();
  }

  async #read(): Promise<void> {
    const [answer] = await Promise.all([this.#api.read<DeskView>('/api/desk'), this.#cases.readAgain()]);
    this.#hasFailed.set(answer.kind !== 'done');
    if (answer.kind !== 'done') return;
    this.#clockLead.set(Date.parse(answer.value.at) - Date.now());
    this.#desk.set(answer.value);
  }
}
