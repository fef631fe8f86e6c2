// SPDX-License-Identifier: AGPL-3.0-or-later
import { Component, DOCUMENT, inject, signal } from '@angular/core';
import { ActivatedRoute, Router } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { SessionNews } from '../../data/session/session-news';
import { SingleSignOn, type SingleSignOnTrouble } from '../../data/session/single-sign-on';
import { FrontHeader } from '../../ui/front-header/front-header';
import { Shape } from '../../ui/shape/shape';

/** Back from the provider. Nothing of the address is looked at: what came of it the server knows. */
@Component({
  selector: 'app-return-page',
  imports: [TranslocoPipe, FrontHeader, Shape],
  templateUrl: './return-page.html',
  styleUrl: './sign-in-page.scss',
})
export class ReturnPage {
  readonly #singleSignOn = inject(SingleSignOn);
  readonly #news = inject(SessionNews);
  readonly #router = inject(Router);
  readonly #isInOwnTab = inject(ActivatedRoute).snapshot.data['isInOwnTab'] === true;
  readonly #document = inject(DOCUMENT);

  readonly outcome = signal<'signed-in' | SingleSignOnTrouble | null>(null);

  constructor() {
    void this.#goOn();
  }

  async #goOn(): Promise<void> {
    const outcome = await this.#singleSignOn.collect();
    if (outcome === 'signed-in') this.#news.tell();
    if (this.#isInOwnTab) {
      this.outcome.set(outcome);
      // Browsers let a tab that a link opened close itself or not: the words stand there all the same.
      if (outcome === 'signed-in') this.#document.defaultView?.close();
      return;
    }
    this.#singleSignOn.trouble.set(outcome === 'signed-in' ? null : outcome);
    // The address of the way back does not stay among those that one goes back to.
    await this.#router.navigateByUrl(outcome === 'signed-in' ? '/' : '/accesso', { replaceUrl: true });
  }
}
