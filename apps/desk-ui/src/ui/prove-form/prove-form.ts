// SPDX-License-Identifier: AGPL-3.0-or-later
import { Component, inject, input, output, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { BROWSER_PASSKEYS } from '../../data/session/browser-passkeys';
import { SessionLock } from '../../data/session/session-lock';
import type { ProofOutcome } from '../../data/session/session-lock';
import { focusOnArrival } from '../focus/focus';
import { Shape } from '../shape/shape';

/** The person of the session proves anew that it is they: by password, or by passkey. */
@Component({
  selector: 'app-prove-form',
  imports: [TranslocoPipe, Shape],
  template: `
    <form (submit)="submit($event)" novalidate>
      <div class="field">
        <label for="prove-password">{{ 'signIn.password' | transloco }}</label>
        <input
          id="prove-password"
          class="input"
          type="password"
          name="password"
          autocomplete="current-password"
          [value]="password()"
          (input)="password.set($any($event.target).value)"
          [attr.aria-invalid]="trouble() === 'failed' || trouble() === 'incomplete' ? true : null"
          aria-describedby="prove-trouble"
        />
      </div>
      <div id="prove-trouble" role="alert">
        @if (trouble(); as told) {
          <p class="field-error"><app-shape name="stopped" />{{ 'prove.troubles.' + told | transloco }}</p>
        }
      </div>
      <div class="buttons">
        <button type="submit" class="button primary ready" [attr.aria-disabled]="isBusy()">
          {{ (isBusy() ? 'prove.busy' : submitWord()) | transloco }} <span class="key" aria-hidden="true">{{ 'keys.enter' | transloco }}</span>
        </button>
        @if (hasPasskeys) {
          <button type="button" class="button" [attr.aria-disabled]="isBusy()" (click)="withPasskey()">{{ 'prove.withPasskey' | transloco }}</button>
        }
      </div>
    </form>
  `,
  styles: `
    form {
      display: flex;
      flex-direction: column;
      gap: 1rem;
    }
    .field-error {
      margin: 0;
    }
    .buttons {
      display: flex;
      flex-wrap: wrap;
      gap: 0.5rem 1rem;
      align-items: center;
    }
  `,
})
export class ProveForm {
  readonly #lock = inject(SessionLock);

  readonly hasPasskeys = inject(BROWSER_PASSKEYS).isSupported;
  /** A key of the catalogue: what the proof leads to. */
  readonly submitWord = input.required<string>();
  readonly proved = output();
  readonly password = signal('');
  readonly isBusy = signal(false);
  readonly trouble = signal<Exclude<ProofOutcome, 'proved'> | 'incomplete' | null>(null);

  constructor() {
    focusOnArrival('#prove-password');
  }

  async submit(event: Event): Promise<void> {
    event.preventDefault();
    if (this.isBusy()) return;
    if (this.password() === '') this.trouble.set('incomplete');
    else await this.#ask(this.#lock.byPassword(this.password()));
  }

  async withPasskey(): Promise<void> {
    if (!this.isBusy()) await this.#ask(this.#lock.byPasskey());
  }

  async #ask(question: Promise<ProofOutcome>): Promise<void> {
    this.isBusy.set(true);
    this.trouble.set(null);
    const outcome = await question;
    this.isBusy.set(false);
    if (outcome !== 'proved') {
      this.trouble.set(outcome);
      return;
    }
    this.password.set('');
    this.proved.emit();
  }
}
