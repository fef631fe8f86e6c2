// SPDX-License-Identifier: AGPL-3.0-or-later
import { Component, computed, input, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { ComparedPart } from '@sportello/domain';
import { GroupedCode } from '../../../ui/code/grouped-code';
import { focusMover } from '../../../ui/focus/focus';
import { State } from '../../../ui/shape/state';
import { SayPipe } from '../../../ui/words/say.pipe';
import { writtenDate } from '../../../data/time/desk-time';
import type { Comparison } from './comparison';
import { findingOf, markedWords } from './comparison-findings';

/** Chip and document side by side. A row is taken as on the card; its button opens a field for what is different. */
@Component({
  selector: 'app-comparison-table',
  imports: [TranslocoPipe, SayPipe, GroupedCode, State],
  templateUrl: './comparison-table.html',
  styleUrl: './comparison-table.scss',
})
export class ComparisonTable {
  readonly #focus = focusMover();

  readonly comparison = input.required<Comparison>();
  readonly editing = signal<ComparedPart | null>(null);
  readonly rows = computed(() =>
    this.comparison()
      .rows()
      .map((row) => ({
        ...row,
        chip: row.part === 'birthDate' ? writtenDate(row.chip) : row.chip,
        written: this.comparison().written(row.part),
        words: markedWords(row, this.comparison().written(row.part)),
        told: findingOf(row),
        isToAccept: row.needsDecision && !row.isAccepted && !row.isUnreadable,
      })),
  );

  edit(part: ComparedPart): void {
    this.editing.set(part);
    this.#focus(`#compare-${part}-field`);
  }

  /** Enter in the field, or leaving it. */
  finish(part: ComparedPart, text: string, isFocusKept: boolean): void {
    if (this.editing() !== part) return;
    this.comparison().type(part, text);
    this.editing.set(null);
    if (isFocusKept) this.#focus(`#compare-${part}`);
  }

  accept(part: ComparedPart): void {
    this.comparison().accept(part);
    this.#focus(`#compare-${part}`);
  }
}
