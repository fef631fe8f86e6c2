// SPDX-License-Identifier: AGPL-3.0-or-later
import { computed, inject, Service, signal } from '@angular/core';
import type { TrainingView } from '@sportello/contracts';
import type { ApiAnswer } from '../api/api-answer';
import { ApiClient } from '../api/api-client';
import type { ActTrouble } from '../case/case-store';
import { SingleFlight } from '../link/single-flight';
import { SessionState } from '../session/session-state';

/** What was read, and in which session: nothing of it is another's. */
interface Read {
  readonly session: string;
  readonly view: TrainingView;
}

/** The training of whoever is signed in, and who stands beside whom. */
@Service()
export class TrainingStore {
  readonly #api = inject(ApiClient);
  readonly #session = inject(SessionState).session;
  readonly #read = signal<Read | null>(null);
  readonly #hasFailed = signal(false);
  readonly #trouble = signal<ActTrouble | null>(null);
  readonly #isBusy = signal(false);
  readonly #reading = new SingleFlight(async () => {
    const answer = await this.#api.read<TrainingView>('/api/training');
    this.#hasFailed.set(answer.kind !== 'done');
    if (answer.kind === 'done') this.#take(answer.value);
  });

  readonly view = computed(() => {
    const read = this.#read();
    return read?.session === this.#session()?.csrfToken ? (read?.view ?? null) : null;
  });
  /** Null: not in training. The session says it until something newer is read. */
  readonly standing = computed(() => {
    const view = this.view();
    return view ? view.standing : (this.#session()?.training ?? null);
  });
  /** Nobody stands beside a trainee who delivers only with a tutor. */
  readonly needsTutor = computed(() => {
    const standing = this.standing();
    return standing !== null && standing.needsTutor && standing.tutorship === null;
  });
  readonly hasFailed = this.#hasFailed.asReadonly();
  readonly trouble = this.#trouble.asReadonly();
  readonly isBusy = this.#isBusy.asReadonly();

  refresh(): Promise<void> {
    return this.#reading.run();
  }

  dismissTrouble(): void {
    this.#trouble.set(null);
  }

  /** A colleague signs on this page. What does not go through is told where they signed, and nothing of the password is kept. Undefined: another act is under way. */
  signTutor(username: string, password: string): Promise<ApiAnswer<TrainingView> | undefined> {
    return this.#one(() => this.#api.act<TrainingView>('/api/training/tutorship', { username }, { password }));
  }

  async endTutorship(id: string): Promise<void> {
    const answer = await this.#one(() => this.#api.act<TrainingView>(`/api/training/tutorships/${id}/end`, {}));
    if (answer === undefined || answer.kind === 'done') return;
    // It was over already: by the other of the two, or by the clock.
    if (answer.kind === 'refused' && answer.problem.code === 'not-found') return this.refresh();
    this.#trouble.set(answer);
  }

  async #one(act: () => Promise<ApiAnswer<TrainingView>>): Promise<ApiAnswer<TrainingView> | undefined> {
    if (this.#isBusy()) return undefined;
    this.#isBusy.set(true);
    try {
      const answer = await act();
      if (answer.kind === 'done') this.#take(answer.value);
      return answer;
    } finally {
      this.#isBusy.set(false);
    }
  }

  #take(view: TrainingView): void {
    this.#trouble.set(null);
    this.#read.set({ session: this.#session()?.csrfToken ?? '', view });
  }
}
