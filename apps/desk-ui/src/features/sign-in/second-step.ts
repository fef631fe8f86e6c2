// SPDX-License-Identifier: AGPL-3.0-or-later
import { Component, computed, inject, input, output, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { SecondFactor, SecondFactorCodeRequest } from '@sportello/contracts';
import { BROWSER_PASSKEYS } from '../../data/session/browser-passkeys';
import { focusMover } from '../../ui/focus/focus';
import { Shape } from '../../ui/shape/shape';

/** The second half of a sign-in: a passkey, the app's code, or a recovery code in their stead. */
@Component({
  selector: 'app-second-step',
  imports: [TranslocoPipe, Shape],
  templateUrl: './second-step.html',
  styleUrl: './sign-in-form.scss',
})
export class SecondStep {
  readonly #focus = focusMover();
  readonly #canUsePasskeys = inject(BROWSER_PASSKEYS).isSupported;

  readonly methods = input.required<readonly SecondFactor[]>();
  readonly isBusy = input.required<boolean>();
  /** The code was not right. */
  readonly hasFailed = input.required<boolean>();
  readonly coded = output<SecondFactorCodeRequest>();
  readonly passkeyAsked = output();
  readonly left = output();

  readonly code = signal('');
  readonly isCodeMissing = signal(false);
  readonly wantsRecovery = signal(false);
  readonly canUsePasskey = computed(() => this.#canUsePasskeys && this.methods().includes('passkey'));
  readonly canRecover = computed(() => this.methods().includes('recovery-code'));
  /** The code that is asked; null: the passkey is all there is. */
  readonly method = computed((): SecondFactorCodeRequest['method'] | null => (this.wantsRecovery() ? 'recovery-code' : this.methods().includes('totp') ? 'totp' : null));

  constructor() {
    this.#focus('input, button');
  }

  write(code: string): void {
    this.code.set(code);
    this.isCodeMissing.set(false);
  }

  choose(wantsRecovery: boolean): void {
    this.wantsRecovery.set(wantsRecovery);
    this.write('');
    this.#focus('input, button');
  }

  submit(event: Event): void {
    event.preventDefault();
    const [method, code] = [this.method(), this.code().trim()];
    if (method === null) this.passkeyAsked.emit();
    else if (code === '') this.isCodeMissing.set(true);
    else this.coded.emit({ method, code });
  }
}
