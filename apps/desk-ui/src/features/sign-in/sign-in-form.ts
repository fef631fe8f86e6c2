// SPDX-License-Identifier: AGPL-3.0-or-later
import { NgTemplateOutlet } from '@angular/common';
import { Component, inject, output, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { SecondFactor } from '@sportello/contracts';
import { BROWSER_PASSKEYS } from '../../data/session/browser-passkeys';
import { SignIn } from '../../data/session/sign-in';
import type { SignedIn, SignInOutcome, SignInTrouble } from '../../data/session/sign-in';
import { focusMover } from '../../ui/focus/focus';
import { Shape } from '../../ui/shape/shape';
import { SecondStep } from './second-step';

/** Name and password, then what else is asked; or a passkey alone. What came of it is said under the fields, and never which of the two was wrong. */
@Component({
  selector: 'app-sign-in-form',
  imports: [NgTemplateOutlet, TranslocoPipe, SecondStep, Shape],
  templateUrl: './sign-in-form.html',
  styleUrl: './sign-in-form.scss',
})
export class SignInForm {
  readonly #signIn = inject(SignIn);
  readonly #focus = focusMover();

  readonly hasPasskeys = inject(BROWSER_PASSKEYS).isSupported;
  readonly signedIn = output<SignedIn>();
  readonly username = signal('');
  readonly password = signal('');
  readonly isBusy = signal(false);
  readonly trouble = signal<SignInTrouble | 'incomplete' | null>(null);
  /** By what the sign-in may be completed; null: name and password come first. */
  readonly methods = signal<readonly SecondFactor[] | null>(null);

  constructor() {
    this.#focus('#sign-in-username');
  }

  async submit(event: Event): Promise<void> {
    event.preventDefault();
    if (this.isBusy()) return;
    if (this.username().trim() === '' || this.password() === '') {
      this.trouble.set('incomplete');
      return;
    }
    await this.#ask(() => this.#signIn.signIn({ username: this.username().trim(), password: this.password() }));
  }

  async withPasskey(): Promise<void> {
    if (!this.isBusy()) await this.#ask(() => this.#signIn.withPasskey());
  }

  async complete(code: { readonly method: 'totp' | 'recovery-code'; readonly code: string }): Promise<void> {
    if (!this.isBusy()) await this.#ask(() => this.#signIn.completeWithCode(code));
  }

  /** The password again, of the same person or of another. */
  startAnew(trouble: SignInTrouble | null = null): void {
    this.methods.set(null);
    this.trouble.set(trouble);
    this.#focus(trouble === null ? '#sign-in-username' : '#sign-in-password');
  }

  async #ask(question: () => Promise<SignInOutcome>): Promise<void> {
    this.isBusy.set(true);
    this.trouble.set(null);
    const outcome = await question();
    this.isBusy.set(false);
    if (outcome.kind !== 'not-in') this.password.set('');
    if (outcome.kind === 'in') this.signedIn.emit(outcome.who);
    else if (outcome.kind === 'pending') this.methods.set(outcome.methods);
    else if (outcome.trouble === 'expired') this.startAnew('expired');
    else this.trouble.set(outcome.trouble);
  }
}
