// SPDX-License-Identifier: AGPL-3.0-or-later
import { inject, Service, signal } from '@angular/core';
import type { TraineeView } from '@sportello/contracts';
import type { ApiAnswer } from '../api/api-answer';
import { ApiClient } from '../api/api-client';
import type { ActTrouble } from '../case/case-store';

/** Somebody else who signs beside, when drills are missing. */
export interface SecondPerson {
  readonly username: string;
  readonly password: string;
}

/** One person's training, for who records and enables. Provided by the panel that shows it. */
@Service({ autoProvided: false })
export class TraineeStore {
  readonly #api = inject(ApiClient);
  readonly #view = signal<TraineeView | null>(null);
  readonly #hasFailed = signal(false);
  readonly #trouble = signal<ActTrouble | null>(null);
  readonly #isBusy = signal(false);
  #id = '';

  readonly view = this.#view.asReadonly();
  readonly hasFailed = this.#hasFailed.asReadonly();
  readonly trouble = this.#trouble.asReadonly();
  readonly isBusy = this.#isBusy.asReadonly();

  async read(operatorId: string): Promise<void> {
    if (operatorId !== this.#id) {
      this.#view.set(null);
      this.#trouble.set(null);
    }
    this.#id = operatorId;
    const answer = await this.#api.read<TraineeView>(`/api/operators/${operatorId}/training`);
    if (operatorId !== this.#id) return;
    this.#hasFailed.set(answer.kind !== 'done');
    if (answer.kind === 'done') this.#view.set(answer.value);
  }

  dismissTrouble(): void {
    this.#trouble.set(null);
  }

  /** The file that a rehearsal signed. */
  async keepRecord(record: object): Promise<void> {
    const answer = await this.#act('drill-records', record);
    if (answer && answer.kind !== 'done') this.#trouble.set(answer);
  }

  /** What does not go through is told where it was signed, and nothing of the password is kept. */
  enable(reason: string | null, second: SecondPerson | null): Promise<ApiAnswer<TraineeView> | undefined> {
    return this.#act('enabling', { reason, ...(second && { username: second.username }) }, second ? { password: second.password } : {});
  }

  async #act(path: string, body: object, secret: object = {}): Promise<ApiAnswer<TraineeView> | undefined> {
    if (this.#isBusy()) return undefined;
    this.#isBusy.set(true);
    try {
      const answer = await this.#api.act<TraineeView>(`/api/operators/${this.#id}/${path}`, body, secret);
      if (answer.kind === 'done') {
        this.#view.set(answer.value);
        this.#trouble.set(null);
      }
      return answer;
    } finally {
      this.#isBusy.set(false);
    }
  }
}
