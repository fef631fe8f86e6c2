// SPDX-License-Identifier: AGPL-3.0-or-later
import { inject, InjectionToken, Service } from '@angular/core';

/** Between the tabs of one browser; what it carries says nothing but that there is news. */
export const SESSION_CHANNEL = new InjectionToken<BroadcastChannel>('session channel', { providedIn: 'root', factory: () => new BroadcastChannel('sportello-session') });

/** Somebody signed in, in another tab: whose session it is each tab asks the server. */
@Service()
export class SessionNews {
  readonly #channel = inject(SESSION_CHANNEL);

  tell(): void {
    this.#channel.postMessage('signed-in');
  }

  /** Until what it answers is called. */
  hear(listener: () => void): () => void {
    this.#channel.addEventListener('message', listener);
    return () => this.#channel.removeEventListener('message', listener);
  }
}
