// SPDX-License-Identifier: AGPL-3.0-or-later
import { Component, DOCUMENT, inject } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { LanguageSwitch } from '../../ui/words/language-switch';
import { TestBanner, isTestDocument } from '../../ui/test-banner/test-banner';
import { SignInForm } from './sign-in-form';
import { SingleSignOnLink } from './single-sign-on-link';

/** The first page. */
@Component({
  selector: 'app-sign-in-page',
  imports: [RouterLink, TranslocoPipe, LanguageSwitch, SignInForm, SingleSignOnLink, TestBanner],
  templateUrl: './sign-in-page.html',
  styleUrl: './sign-in-page.scss',
})
export class SignInPage {
  readonly #router = inject(Router);
  readonly isTest = isTestDocument(inject(DOCUMENT));

  goOn(): void {
    void this.#router.navigateByUrl('/');
  }
}
