// SPDX-License-Identifier: AGPL-3.0-or-later
import { Component, computed, input, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { SameVisitView } from '@sportello/contracts';
import { State } from '../../../ui/shape/state';
import { SayPipe } from '../../../ui/words/say.pipe';
import { wording } from '../../../ui/words/wording';

/** *Stesso richiedente*: identified for the visit's earlier card; only the face is looked at again. */
@Component({
  selector: 'app-same-visit-part',
  imports: [TranslocoPipe, SayPipe, State],
  template: `
    <h2>{{ 'sameVisit.title' | transloco }}</h2>
    <p class="applicant">{{ visit().applicant?.surname }} {{ visit().applicant?.name }}</p>
    <p>{{ 'qualities.' + visit().quality | transloco }}</p>
    <ul>
      @for (carried of ['document', 'card', 'declaration']; track carried) {
        <li><app-state shape="done">{{ 'sameVisit.carried.' + carried | transloco }}</app-state></li>
      }
    </ul>
    <p class="help">{{ from() | say }}</p>
    <p><b>{{ 'sameVisit.look' | transloco }}</b> <app-state shape="unknown">{{ 'comparison.faceByEnter' | transloco }}</app-state></p>
    <button type="button" class="button small" (click)="another.emit()">{{ 'sameVisit.another' | transloco }}</button>
  `,
  styleUrl: './same-visit-part.scss',
})
export class SameVisitPart {
  readonly visit = input.required<SameVisitView>();
  /** Somebody else stands here: identified from the start. */
  readonly another = output();
  readonly from = computed(() => wording('sameVisit.from', { number: this.visit().number }));
}
