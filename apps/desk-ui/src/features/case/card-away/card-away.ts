// SPDX-License-Identifier: AGPL-3.0-or-later
import { Component, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { CaseView } from '@sportello/contracts';
import { CardWatch } from '../../../data/desk/card-watch';
import { Notice } from '../../../ui/notice/notice';
import { Loading } from '../../../ui/loading/loading';
import { TroubleNotice } from '../../../ui/notice/trouble-notice';
import { Shape } from '../../../ui/shape/shape';
import type { CardPlace } from '../card-panel/card-place';

/** In the place of what may not be shown while the card is away; another card in its place is told, and opens nothing by itself. */
@Component({
  selector: 'app-card-away',
  imports: [TranslocoPipe, Loading, Notice, Shape, TroubleNotice],
  template: `
    @if (place(); as place) {
      @if (place.kind === 'foreign') {
        <app-notice
          tone="repairable"
          [heading]="{ key: 'problems.wrong-card.title', params: facts() }"
          [text]="{ key: 'problems.wrong-card.text', params: facts() }"
        >
          <button type="button" class="button" (click)="openThis(place.insertionId)">{{ 'cardAway.openThis' | transloco }}</button>
        </app-notice>
      } @else if (place.kind === 'reading') {
        <section class="panel"><app-loading [awaited]="'card.readingHelp' | transloco" /></section>
      } @else if (place.kind === 'not-usable') {
        <app-trouble-notice [trouble]="{ kind: 'refused', problem: { code: place.reason } }" />
      } @else {
        <section class="panel">
          <h2><app-shape name="interrupted" />{{ 'cardAway.title' | transloco }}</h2>
          <p>{{ 'cardAway.text' | transloco }}</p>
        </section>
      }
    }
  `,
  styles: `
    h2 {
      font-size: 1.75rem;
      line-height: 2.125rem;
      display: flex;
      gap: 1rem;
      align-items: center;
      margin-bottom: 0.25rem;
    }
    app-shape {
      width: 1.75rem;
      height: 1.75rem;
    }
    p {
      font-size: 1.375rem;
    }
  `,
})
export class CardAway {
  readonly #watch = inject(CardWatch);

  readonly place = input.required<CardPlace>();
  readonly case = input.required<CaseView>();

  facts(): Readonly<Record<string, unknown>> {
    return { number: this.case().number, initials: this.case().initials };
  }

  openThis(insertionId: string): void {
    void this.#watch.open(insertionId);
  }
}
