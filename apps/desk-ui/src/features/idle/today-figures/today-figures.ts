// SPDX-License-Identifier: AGPL-3.0-or-later
import { Component, computed, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { DeskView } from '@sportello/contracts';

const FIGURES = ['delivered', 'refused', 'held', 'spoiled'] as const;

/** What this desk did today, in numbers over their words. */
@Component({
  selector: 'app-today-figures',
  imports: [TranslocoPipe],
  templateUrl: './today-figures.html',
  styleUrl: './today-figures.scss',
})
export class TodayFigures {
  readonly desk = input.required<DeskView>();
  readonly figures = computed(() => FIGURES.map((id) => ({ id, count: this.desk().today[id], form: this.desk().today[id] === 1 ? 'one' : 'many' })));
}
