// SPDX-License-Identifier: AGPL-3.0-or-later
import { Component, computed, effect, inject, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { HelpDeskStore } from '../../data/help-desk/help-desk-store';
import { DeskLink } from '../../data/link/desk-link';
import { State } from '../../ui/shape/state';

/** Requests for revocation that nobody verified: they wait for a supervisor, as approvals do. */
@Component({
  selector: 'app-revocations-waiting',
  imports: [RouterLink, TranslocoPipe, State],
  template: `
    @if (count() > 0) {
      <section class="panel">
        <app-state shape="waiting">{{ 'revocations.toDecide' | transloco: { count: count() } }}</app-state>
        <a routerLink="/richieste">{{ 'revocations.openList' | transloco }}</a>
      </section>
    }
  `,
  styles: `
    section {
      display: flex;
      flex-wrap: wrap;
      gap: 0.5rem 1rem;
      align-items: center;
      justify-content: space-between;
    }
  `,
  providers: [HelpDeskStore],
})
export class RevocationsWaiting {
  readonly #store = inject(HelpDeskStore);

  readonly count = computed(() => this.#store.view()?.requests.unverified ?? 0);

  constructor() {
    const hints = inject(DeskLink).hints;
    effect(() => {
      hints();
      untracked(() => void this.#store.refresh());
    });
  }
}
