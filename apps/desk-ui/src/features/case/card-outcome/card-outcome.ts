// SPDX-License-Identifier: AGPL-3.0-or-later
import { Component, computed, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { Problem } from '@sportello/contracts';
import { DeskStore } from '../../../data/desk/desk-store';
import { CardCheck } from '../../../ui/card-check/card-check';
import { Loading } from '../../../ui/loading/loading';
import { toldTrouble } from '../../../ui/notice/told-trouble';
import { TroubleNotice } from '../../../ui/notice/trouble-notice';
import { wording } from '../../../ui/words/wording';
import { ActionBar } from '../action-bar/action-bar';
import type { Note } from '../action-bar/action-bar';
import type { CardPlace } from '../card-panel/card-place';
import { factsOf } from './card-facts';

/** Beside a card that has no case: it is being read, its case is being opened, or there can be none. */
@Component({
  selector: 'app-card-outcome',
  imports: [TranslocoPipe, ActionBar, Loading, TroubleNotice],
  templateUrl: './card-outcome.html',
  styleUrl: './card-outcome.scss',
})
export class CardOutcome {
  readonly #desk = inject(DeskStore).desk;
  readonly #cardCheck = inject(CardCheck);

  readonly place = input.required<CardPlace>();
  readonly refusal = input.required<Problem | null>();

  readonly told = computed(() => {
    const place = this.place();
    const refusal = this.refusal();
    if (refusal) return { kind: 'refused' as const, problem: refusal };
    return place.kind === 'not-usable' ? { kind: 'refused' as const, problem: { code: place.reason } } : null;
  });
  /** Of the card that may be looked at more closely. */
  readonly insertionId = computed(() => (this.#cardCheck.may() ? (this.#desk()?.cardInReader?.insertionId ?? null) : null));
  readonly facts = computed(() => {
    const place = this.place();
    return factsOf(place.kind === 'card' ? place.card : null);
  });
  readonly sentence = computed(() => {
    const told = this.told();
    return told ? toldTrouble(told, this.facts()).sentence : null;
  });
  readonly notes = computed<readonly Note[]>(() =>
    this.told()
      ? [{ shape: 'stopped', words: wording('cardOutcome.recorded'), help: wording('cardOutcome.takeOut') }]
      : [{ shape: 'running', words: wording('cardOutcome.opens'), help: wording('cardOutcome.noKey') }],
  );

  check(insertionId: string): void {
    this.#cardCheck.open(insertionId);
  }
}
