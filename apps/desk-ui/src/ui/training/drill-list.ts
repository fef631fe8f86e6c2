// SPDX-License-Identifier: AGPL-3.0-or-later
import { Component, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { DrillView } from '@sportello/contracts';
import { writtenDay } from '../../data/time/desk-time';
import { State } from '../shape/state';

/** The five drills: what each is, and whether it was done. */
@Component({
  selector: 'app-drill-list',
  imports: [TranslocoPipe, State],
  template: `
    <ol>
      @for (row of drills(); track row.drill) {
        <li>
          <b>{{ 'training.drills.' + row.drill + '.title' | transloco }}</b>
          @if (row.doneAt; as at) {
            <app-state shape="done">{{ (row.by === 'record' ? 'training.doneElsewhere' : 'training.done') | transloco: { day: day(at) } }}</app-state>
          } @else {
            <app-state shape="unknown">{{ 'training.toDo' | transloco }}</app-state>
          }
          <span class="help">{{ 'training.drills.' + row.drill + '.text' | transloco }}</span>
        </li>
      }
    </ol>
  `,
  styles: `
    li {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto;
      gap: 0 1rem;
      align-items: center;
      padding: 0.625rem 0;
    }
    li + li {
      border-top: 1px solid var(--line-2);
    }
    .help {
      grid-column: 1;
    }
    @media (max-width: 40rem) {
      li {
        grid-template-columns: minmax(0, 1fr);
      }
    }
  `,
})
export class DrillList {
  readonly drills = input.required<readonly DrillView[]>();

  day(at: string): string {
    return writtenDay(Date.parse(at));
  }
}
