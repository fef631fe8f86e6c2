// SPDX-License-Identifier: AGPL-3.0-or-later
import { Component, effect, inject, input, untracked } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { CardOutcomesStore } from '../../../data/desk/card-outcomes-store';
import { Loading } from '../../../ui/loading/loading';

/** *Tessere non servite*, for supervisors: which types, where, and why. A type that fails at several desks is nobody's fault at the counter. */
@Component({
  selector: 'app-card-outcomes',
  imports: [TranslocoPipe, Loading],
  templateUrl: './card-outcomes.html',
  styleUrl: './card-outcomes.scss',
})
export class CardOutcomesPanel {
  readonly #store = inject(CardOutcomesStore);

  /** Grows whenever somebody was sent away: then the table is read again. */
  readonly refused = input.required<number>();
  readonly outcomes = this.#store.outcomes;
  readonly hasFailed = this.#store.hasFailed;

  constructor() {
    effect(() => {
      this.refused();
      untracked(() => void this.#store.refresh());
    });
  }

  retry(): void {
    void this.#store.refresh();
  }
}
