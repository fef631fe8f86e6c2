// SPDX-License-Identifier: AGPL-3.0-or-later
import { Component, computed, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { CaseView } from '@sportello/contracts';
import { CaseStore } from '../../../data/case/case-store';
import { Visit } from '../../../data/case/visit';
import { DeskStore } from '../../../data/desk/desk-store';
import { SessionState } from '../../../data/session/session-state';
import { focusOnArrival } from '../../../ui/focus/focus';
import { PrintPaper } from '../../../ui/print-paper/print-paper';
import { slipFor } from '../../../ui/print-paper/return-slip';
import { Shape } from '../../../ui/shape/shape';
import { CASE_SHAPES } from '../../../ui/states/case-shapes';
import { wording } from '../../../ui/words/wording';
import { ActionBar } from '../action-bar/action-bar';
import { EvidenceSection } from '../evidence/evidence-section';
import type { Note } from '../action-bar/action-bar';

/** The case has ended: what is said, what is given back. The page is ready for the next citizen when the card is out. */
@Component({
  selector: 'app-ending-part',
  imports: [TranslocoPipe, ActionBar, EvidenceSection, PrintPaper, Shape],
  templateUrl: './ending-part.html',
  styleUrl: './ending-part.scss',
})
export class EndingPart {
  readonly #cases = inject(CaseStore);
  readonly #visit = inject(Visit);
  readonly #desk = inject(DeskStore).desk;
  readonly #session = inject(SessionState);

  readonly case = input.required<CaseView>();
  readonly shape = computed(() => CASE_SHAPES[this.case().state]);
  readonly hasCard = computed(() => this.#desk()?.cardInReader !== null);
  /** A supervisor said no, in their own words. */
  readonly notApproved = computed(() => {
    const { approval } = this.case();
    return approval?.state === 'refused' ? approval : null;
  });
  /** Why the citizen goes home without it. */
  readonly slip = computed(() => {
    const { refusal } = this.case();
    return refusal && this.#session.may('paper.print') ? slipFor(refusal.code) : null;
  });
  /** Whoever came for this card has another one. */
  readonly hasNextCard = computed(() => this.case().acts.includes('next-card'));
  readonly params = computed(() => ({ number: this.case().number, sheet: this.case().sheet?.controlNumber ?? '' }));
  readonly primary = computed(() => ({ words: wording('ending.next'), isReady: true }));
  readonly notes = computed<readonly Note[]>(() => [
    this.hasCard() ? { shape: 'unknown', words: wording('ending.takeOut'), help: wording('ending.takeOutHelp') } : { shape: 'done', words: wording('ending.ready') },
  ]);

  constructor() {
    focusOnArrival('h1');
  }

  nextCard(): void {
    this.#visit.goOn();
  }

  next(): void {
    this.#cases.leave();
  }
}
