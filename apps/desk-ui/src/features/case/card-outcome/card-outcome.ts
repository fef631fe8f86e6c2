// SPDX-License-Identifier: AGPL-3.0-or-later
import { Component, computed, inject, input, viewChild } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { Problem, ProblemCode } from '@sportello/contracts';
import { FULL_AGE } from '@sportello/domain';
import { CaseStore } from '../../../data/case/case-store';
import { CardWatch } from '../../../data/desk/card-watch';
import { DeskStore } from '../../../data/desk/desk-store';
import { SessionState } from '../../../data/session/session-state';
import { CardCheck } from '../../../ui/card-check/card-check';
import { Loading } from '../../../ui/loading/loading';
import { Notice } from '../../../ui/notice/notice';
import { toldTrouble } from '../../../ui/notice/told-trouble';
import { TroubleNotice } from '../../../ui/notice/trouble-notice';
import { wording } from '../../../ui/words/wording';
import { PrintPaper } from '../../../ui/print-paper/print-paper';
import { slipFor } from '../../../ui/print-paper/return-slip';
import { ActionBar } from '../action-bar/action-bar';
import type { Note } from '../action-bar/action-bar';
import { isOfChild, presentedCard } from '../application/applicant-card-form';
import type { CardPlace } from '../card-panel/card-place';
import { factsOf } from './card-facts';
import { DuplicateOffer } from './duplicate-offer';

/** Refusals at recognition of a card that somebody has in use. */
const GIVEN_OUT = ['already-active', 'card-suspended'] as const satisfies readonly ProblemCode[];

/** Beside a card that has no case: it is being read, its case is being opened, or there can be none. */
@Component({
  selector: 'app-card-outcome',
  imports: [RouterLink, TranslocoPipe, ActionBar, DuplicateOffer, Loading, Notice, PrintPaper, TroubleNotice],
  templateUrl: './card-outcome.html',
  styleUrl: './card-outcome.scss',
})
export class CardOutcome {
  readonly #desk = inject(DeskStore).desk;
  readonly #cardCheck = inject(CardCheck);
  readonly #watch = inject(CardWatch);
  readonly #session = inject(SessionState);
  private readonly duplicate = viewChild(DuplicateOffer);

  readonly isBusy = inject(CaseStore).isBusy;
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
  /** For whoever goes home with it. */
  readonly slip = computed(() => {
    const told = this.told();
    return told && this.#session.may('paper.print') ? slipFor(told.problem.code) : null;
  });
  readonly sentence = computed(() => {
    const told = this.told();
    return told ? toldTrouble(told, this.facts()).sentence : null;
  });
  readonly #insertionId = computed(() => {
    const inReader = this.#desk()?.cardInReader;
    return inReader?.state === 'recognised' && this.#session.may('case.open') ? inReader.insertionId : null;
  });
  /** The insertion of a card whose codes can be drawn anew. */
  readonly active = computed(() => (this.refusal()?.code === 'already-active' ? this.#insertionId() : null));
  /** A certificate that was given out can be ended, suspended or taken back into use. */
  readonly mayRevoke = computed(() => GIVEN_OUT.some((code) => code === this.refusal()?.code) && this.#session.may('revocation.record-at-desk'));
  /** The adult's card lies where the child's should. */
  readonly areSwapped = computed(() => {
    const place = this.place();
    return place.kind === 'card' && place.card.holder.age >= FULL_AGE && isOfChild(presentedCard(this.#desk()?.secondCard ?? null, place.card.idCarta));
  });
  /** The visit is over, and the card's case can be opened without it. */
  readonly canOpenAgain = computed(() => this.refusal()?.code === 'same-visit-ended' && this.#insertionId() !== null);
  readonly primary = computed(() => {
    const isOffered = this.active() !== null && !this.areSwapped();
    return isOffered ? { words: wording('duplicate.open'), isReady: this.duplicate()?.chosen() !== null } : null;
  });
  readonly notes = computed<readonly Note[]>(() =>
    this.told()
      ? [{ shape: 'stopped', words: wording('cardOutcome.recorded'), help: wording('cardOutcome.takeOut') }]
      : [{ shape: 'running', words: wording('cardOutcome.opens'), help: wording('cardOutcome.noKey') }],
  );

  check(insertionId: string): void {
    this.#cardCheck.open(insertionId);
  }

  press(): void {
    this.duplicate()?.open();
  }

  openAgain(): void {
    const insertionId = this.#insertionId();
    if (insertionId) void this.#watch.open(insertionId);
  }
}
