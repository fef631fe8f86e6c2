// SPDX-License-Identifier: AGPL-3.0-or-later
import { Component, inject, output, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { SignIn } from '../../data/session/sign-in';
import type { SignInOutcome } from '../../data/session/sign-in';
import { focusOnArrival } from '../../ui/focus/focus';
import { Shape } from '../../ui/shape/shape';

/** Name and password. What came of it is said under the fields, and never which of the two was wrong. */
@Component({
  selector: 'app-sign-in-form',
  imports: [TranslocoPipe, Shape],
  templateUrl: './sign-in-form.html',
  styleUrl: './sign-in-form.scss',
})
export class SignInForm {
  readonly #signIn = inject(SignIn);

  readonly signedIn = output<Extract<SignInOutcome, 'signed-in' | 'other-operator'>>();
  readonly username = signal('');
  readonly password = signal('');
  readonly isBusy = signal(false);
  readonly trouble = signal<'failed' | 'too-many-attempts' | 'unreachable' | 'incomplete' | null>(null);

  constructor() {
    focusOnArrival('#sign-in-username');
  }

  async submit(event: Event): Promise<void> {
    event.preventDefault();
    if (this.isBusy()) return;
    if (this.username().trim() === '' || this.password() === '') {
      this.trouble.set('incomplete');
      return;
    }
    this.isBusy.set(true);
    const outcome = await this.#signIn.signIn({ username: this.username().trim(), password: this.password() });
    this.isBusy.set(false);
    this.#tell(outcome);
  }

  #tell(outcome: SignInOutcome): void {
    const isIn = outcome === 'signed-in' || outcome === 'other-operator';
    this.trouble.set(isIn ? null : outcome);
    if (!isIn) return;
    this.password.set('');
    this.signedIn.emit(outcome);
  }
}
