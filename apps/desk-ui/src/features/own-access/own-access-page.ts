// SPDX-License-Identifier: AGPL-3.0-or-later
import { Component, computed, effect, inject, signal, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { OwnAccessStore } from '../../data/session/own-access-store';
import { SessionState } from '../../data/session/session-state';
import { SignIn } from '../../data/session/sign-in';
import { Loading } from '../../ui/loading/loading';
import { TroubleNotice } from '../../ui/notice/trouble-notice';
import { AppPanel } from './app-panel';
import { PasskeysPanel } from './passkeys-panel';
import { PasswordPanel } from './password-panel';
import { RecoveryPanel } from './recovery-panel';

/** *Accesso e sicurezza*: by what the person signs in. Where a second factor is required and there is none, it is the only page. */
@Component({
  selector: 'app-own-access-page',
  imports: [TranslocoPipe, RouterLink, Loading, TroubleNotice, AppPanel, PasskeysPanel, PasswordPanel, RecoveryPanel],
  templateUrl: './own-access-page.html',
  styleUrl: './own-access-page.scss',
  providers: [OwnAccessStore],
})
export class OwnAccessPage {
  readonly #store = inject(OwnAccessStore);
  readonly #session = inject(SessionState);
  readonly #signIn = inject(SignIn);

  readonly view = this.#store.view;
  readonly hasFailed = this.#store.hasFailed;
  readonly trouble = this.#store.trouble;
  readonly mayOnlyEnrol = computed(() => this.#session.session()?.mayOnlyEnrol ?? false);
  readonly hasFactor = computed(() => (this.view()?.passkeys.length ?? 0) > 0 || this.view()?.authenticatorApp !== null);
  /** The first factor came on this very page: the desk is open now, and recovery codes are next. */
  readonly isEnrolled = signal(false);

  constructor() {
    this.retry();
    effect(() => {
      if (this.view() && this.hasFactor() && this.mayOnlyEnrol()) untracked(() => void this.#open());
    });
  }

  retry(): void {
    void this.#store.refresh();
  }

  dismiss(): void {
    this.#store.dismissTrouble();
  }

  async #open(): Promise<void> {
    this.isEnrolled.set(await this.#signIn.readAgain());
  }
}
