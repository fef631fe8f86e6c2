// SPDX-License-Identifier: AGPL-3.0-or-later
import { Component, computed, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { CardInReader } from '@sportello/contracts';
import { CardCheck } from '../../ui/card-check/card-check';
import { State } from '../../ui/shape/state';

/** The card in the operator's reader, in one line: whose it is, or why it cannot be told. It opens no case; its person is gone from the page with the card. */
@Component({
  selector: 'app-second-card',
  imports: [TranslocoPipe, State],
  templateUrl: './second-card.html',
  styleUrl: './second-card.scss',
})
export class SecondCard {
  readonly #cardCheck = inject(CardCheck);

  readonly mayCheck = computed(() => this.#cardCheck.may());
  readonly inReader = input.required<CardInReader>();
  readonly card = computed(() => {
    const inReader = this.inReader();
    return inReader.state === 'recognised' ? inReader.card : null;
  });
  readonly trouble = computed(() => {
    const inReader = this.inReader();
    return inReader.state === 'not-usable' ? inReader.reason : null;
  });

  check(): void {
    this.#cardCheck.open(this.inReader().insertionId);
  }
}
