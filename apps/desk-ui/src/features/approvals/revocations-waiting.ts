// SPDX-License-Identifier: AGPL-3.0-or-later
import { Component, computed, effect, inject, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { HelpDeskStore } from '../../data/help-desk/help-desk-store';
import { DeskLink } from '../../data/link/desk-link';
import type { ShapeName } from '../../ui/shape/shape';
import { State } from '../../ui/shape/state';

interface Waiting {
  readonly words: 'breaches' | 'toDecide' | 'stuck';
  readonly shape: ShapeName;
  readonly count: number;
}

/** Requests for revocation that wait for a supervisor, as approvals do: first what may be in other hands, then all that is to be decided, then what got stuck at the authority. */
@Component({
  selector: 'app-revocations-waiting',
  imports: [RouterLink, TranslocoPipe, State],
  template: `
    @if (waiting().length > 0) {
      <section class="panel">
        @for (each of waiting(); track each.words) {
          <app-state [shape]="each.shape">{{ 'revocations.' + each.words | transloco: { count: each.count } }}</app-state>
        }
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
    }
    a {
      margin-left: auto;
    }
  `,
  providers: [HelpDeskStore],
})
export class RevocationsWaiting {
  readonly #store = inject(HelpDeskStore);

  readonly waiting = computed(() => {
    const requests = this.#store.view()?.requests;
    const all: readonly Waiting[] = requests
      ? [
          { words: 'breaches', shape: 'stopped', count: requests.breaches },
          { words: 'toDecide', shape: 'waiting', count: requests.toDecide },
          { words: 'stuck', shape: 'attention', count: requests.stuck },
        ]
      : [];
    return all.filter(({ count }) => count > 0);
  });

  constructor() {
    const hints = inject(DeskLink).hints;
    effect(() => {
      hints();
      untracked(() => void this.#store.refresh());
    });
  }
}
