// SPDX-License-Identifier: AGPL-3.0-or-later
import { Component, inject } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { FrontHeader } from '../../ui/front-header/front-header';
import { LanguageSwitch } from '../../ui/words/language-switch';
import { SignInForm } from './sign-in-form';
import { SingleSignOnLink } from './single-sign-on-link';

/** The first page. */
@Component({
  selector: 'app-sign-in-page',
  imports: [RouterLink, TranslocoPipe, FrontHeader, LanguageSwitch, SignInForm, SingleSignOnLink],
  templateUrl: './sign-in-page.html',
  styleUrl: './sign-in-page.scss',
})
export class SignInPage {
  readonly #router = inject(Router);

  goOn(): void {
    void this.#router.navigateByUrl('/');
  }
}
