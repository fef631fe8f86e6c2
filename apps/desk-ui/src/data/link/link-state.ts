// SPDX-License-Identifier: AGPL-3.0-or-later
import { Service, signal } from '@angular/core';

/** Whether the API's stream of hints is open. `closed`: nobody asked for it, as on the sign-in page. */
export type LinkStatus =
  | { readonly kind: 'closed' }
  | { readonly kind: 'opening' }
  | { readonly kind: 'open' }
  | { readonly kind: 'lost'; readonly since: number };

/** The link to the API as the page knows it; acts wait here while it is lost. */
@Service()
export class LinkState {
  readonly #status = signal<LinkStatus>({ kind: 'closed' });
  #waiting: readonly (() => void)[] = [];
  #check: () => void = () => undefined;

  readonly status = this.#status.asReadonly();

  change(status: LinkStatus): void {
    this.#status.set(status);
    if (status.kind !== 'open') return;
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const goOn of waiting) goOn();
  }

  /** A request got no answer: the link may be gone although its stream has not ended yet. */
  doubt(): void {
    this.#check();
  }

  /** Who keeps the stream finds out what a doubt is worth. */
  whenDoubted(check: () => void): void {
    this.#check = check;
  }

  /** Resolves to true once the link is open again, to false after `milliseconds`. */
  reopened(milliseconds: number): Promise<boolean> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => resolve(false), milliseconds);
      this.#waiting = [
        ...this.#waiting,
        () => {
          clearTimeout(timer);
          resolve(true);
        },
      ];
    });
  }
}
