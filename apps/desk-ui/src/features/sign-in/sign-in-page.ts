// SPDX-License-Identifier: AGPL-3.0-or-later
import { Component, inject } from '@angular/core';
import { Router } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { LanguageSwitch } from '../../ui/words/language-switch';
import { SignInForm } from './sign-in-form';

/** The first page. */
@Component({
  selector: 'app-sign-in-page',
  imports: [TranslocoPipe, LanguageSwitch, SignInForm],
  templateUrl: './sign-in-page.html',
  styleUrl: './sign-in-page.scss',
})
export class SignInPage {
  readonly #router = inject(Router);

  goOn(): void {
    void this.#router.navigateByUrl('/');
  }
}
