// SPDX-License-Identifier: AGPL-3.0-or-later
import { inject, signal } from '@angular/core';
import type { ApiAnswer } from '../api/api-answer';
import { ApiClient } from '../api/api-client';
import type { ActTrouble } from '../case/case-store';
import { SingleFlight } from '../link/single-flight';

/** A page's view of sheets or day, and the acts on it: one at a time, each answered with the view as it is then. */
export abstract class CustodyStore<View> {
  protected readonly api = inject(ApiClient);
  readonly #view = signal<View | null>(null);
  readonly #hasFailed = signal(false);
  readonly #trouble = signal<ActTrouble | null>(null);
  readonly #isBusy = signal(false);
  readonly #reading = new SingleFlight(() => this.#read());

  readonly view = this.#view.asReadonly();
  readonly hasFailed = this.#hasFailed.asReadonly();
  readonly trouble = this.#trouble.asReadonly();
  readonly isBusy = this.#isBusy.asReadonly();

  protected abstract readonly path: string;

  refresh(): Promise<void> {
    return this.#reading.run();
  }

  dismissTrouble(): void {
    this.#trouble.set(null);
  }

  /** Whether it was done. */
  act(path: string, body: object): Promise<boolean> {
    return this.#one(async () => this.#take(await this.api.act<View>(`${this.path}/${path}`, body)));
  }

  /** An act that is answered with another page's view: this one is read again. */
  protected actElsewhere(path: string, body: object): Promise<boolean> {
    return this.#one(async () => {
      const answer = await this.api.act<unknown>(path, body);
      if (answer.kind !== 'done') return this.#fail(answer);
      this.#trouble.set(null);
      await this.refresh();
      return true;
    });
  }

  /** An act that is answered with something else: that, or nothing when it was not done. */
  protected async actFor<Value>(path: string, body: object): Promise<Value | null> {
    let made: Value | null = null;
    await this.#one(async () => {
      const answer = await this.api.act<Value>(path, body);
      if (answer.kind !== 'done') return this.#fail(answer);
      this.#trouble.set(null);
      made = answer.value;
      return true;
    });
    return made;
  }

  async #one(act: () => Promise<boolean>): Promise<boolean> {
    if (this.#isBusy()) return false;
    this.#isBusy.set(true);
    try {
      return await act();
    } finally {
      this.#isBusy.set(false);
    }
  }

  #take(answer: ApiAnswer<View>): boolean {
    if (answer.kind !== 'done') return this.#fail(answer);
    this.#view.set(answer.value);
    this.#trouble.set(null);
    return true;
  }

  #fail(trouble: ActTrouble): false {
    // The sign-in layer says it.
    const isSignedOut = trouble.kind === 'refused' && trouble.problem.code === 'not-signed-in';
    if (!isSignedOut) this.#trouble.set(trouble);
    return false;
  }

  async #read(): Promise<void> {
    const answer = await this.api.read<View>(this.path);
    this.#hasFailed.set(answer.kind !== 'done');
    if (answer.kind === 'done') this.#view.set(answer.value);
  }
}
