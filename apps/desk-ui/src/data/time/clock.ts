// SPDX-License-Identifier: AGPL-3.0-or-later
import { DestroyRef, inject, Service, signal } from '@angular/core';

/** The time of day, in steps of a second. */
@Service()
export class Clock {
  readonly #now = signal(Date.now());

  /** Milliseconds since the epoch. */
  readonly now = this.#now.asReadonly();

  constructor() {
    const timer = setInterval(() => this.#now.set(Date.now()), 1_000);
    inject(DestroyRef).onDestroy(() => clearInterval(timer));
  }
}
