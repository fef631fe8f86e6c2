// SPDX-License-Identifier: AGPL-3.0-or-later
import { Component, inject, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { AcceptInvitation, type InvitationTrouble } from '../../data/session/accept-invitation';
import { focusOnArrival } from '../../ui/focus/focus';
import { FrontHeader } from '../../ui/front-header/front-header';
import { TroubleNotice } from '../../ui/notice/trouble-notice';
import { Shape } from '../../ui/shape/shape';
import { TextField } from '../../ui/text-field/text-field';
import { LanguageSwitch } from '../../ui/words/language-switch';

/** Somebody who was added chooses a password of their own, with the code that was handed to them. */
@Component({
  selector: 'app-invitation-page',
  imports: [RouterLink, TranslocoPipe, FrontHeader, LanguageSwitch, Shape, TextField, TroubleNotice],
  templateUrl: './invitation-page.html',
  styleUrl: './invitation-page.scss',
})
export class InvitationPage {
  readonly #invitation = inject(AcceptInvitation);
  readonly #router = inject(Router);

  readonly code = signal('');
  readonly password = signal('');
  readonly isShown = signal(false);
  readonly isBusy = signal(false);
  readonly isIncomplete = signal(false);
  readonly trouble = signal<InvitationTrouble | null>(null);

  constructor() {
    focusOnArrival('#invitation-code');
  }

  async submit(event: Event): Promise<void> {
    event.preventDefault();
    if (this.isBusy()) return;
    this.trouble.set(null);
    this.isIncomplete.set(this.code().trim() === '' || this.password() === '');
    if (this.isIncomplete()) return;
    this.isBusy.set(true);
    const trouble = await this.#invitation.accept({ code: this.code().trim(), password: this.password() });
    this.isBusy.set(false);
    this.trouble.set(trouble);
    if (trouble === null) await this.#router.navigateByUrl('/');
  }
}
