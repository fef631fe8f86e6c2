// SPDX-License-Identifier: AGPL-3.0-or-later
import { Component, DestroyRef, inject, input, output, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { SessionNews } from '../../data/session/session-news';
import { SingleSignOn } from '../../data/session/single-sign-on';
import { Shape } from '../../ui/shape/shape';

/** The way to the provider, where there is one: a link, so that keyboard and middle button do what they always do. */
@Component({
  selector: 'app-single-sign-on-link',
  imports: [TranslocoPipe, Shape],
  template: `
    <div role="alert">
      @if (trouble(); as told) {
        <p class="field-error"><app-shape name="stopped" />{{ 'singleSignOn.troubles.' + told | transloco }}</p>
      }
    </div>
    @if (way(); as offered) {
      <a class="button outlined" [href]="isOverPage() ? '/api/single-sign-on?tab=own' : '/api/single-sign-on'" [target]="isOverPage() ? '_blank' : '_self'" rel="noopener" (click)="isAway.set(true)">
        @if (offered.name; as name) {
          {{ 'singleSignOn.with' | transloco: { name } }}
        } @else {
          {{ 'singleSignOn.usual' | transloco }}
        }
      </a>
      @if (isOverPage()) {
        <p class="help">{{ 'singleSignOn.opensTab' | transloco }}</p>
      }
    }
  `,
  styles: `
    :host {
      display: flex;
      flex-direction: column;
      gap: 0.5rem;
    }

    .button {
      align-self: flex-start;
    }

    p {
      margin: 0;
    }
  `,
  host: { '(window:focus)': 'look()' },
})
export class SingleSignOnLink {
  readonly #singleSignOn = inject(SingleSignOn);

  /** The page under it stays as it is: the provider gets a tab of its own, which tells this one. */
  readonly isOverPage = input(false);
  readonly signedIn = output<'signed-in' | 'other-operator'>();
  readonly way = this.#singleSignOn.way;
  readonly trouble = this.#singleSignOn.trouble;
  readonly isAway = signal(false);

  constructor() {
    void this.#singleSignOn.look();
    const stopHearing = inject(SessionNews).hear(() => void this.takeOver());
    inject(DestroyRef).onDestroy(() => {
      stopHearing();
      // Told once: whoever came in another way, and is here again, has read it.
      this.trouble.set(null);
    });
  }

  /** Should the news have been missed: whoever comes back from the other tab has signed in there, or not. */
  look(): void {
    if (this.isOverPage() && this.isAway()) void this.takeOver();
  }

  async takeOver(): Promise<void> {
    const who = await this.#singleSignOn.takeOver();
    if (who) this.signedIn.emit(who);
  }
}
