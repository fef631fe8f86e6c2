// SPDX-License-Identifier: AGPL-3.0-or-later
import { Component, computed, ElementRef, inject, input, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { ComparedPart } from '@sportello/domain';
import { GroupedCode } from '../../../ui/code/grouped-code';
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
  readonly #host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

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
    setTimeout(() => this.#host.querySelector<HTMLInputElement>(`#compare-${part}-field`)?.select());
  }

  /** Enter in the field, or leaving it. */
  finish(part: ComparedPart, text: string, isFocusKept: boolean): void {
    if (this.editing() !== part) return;
    this.comparison().type(part, text);
    this.editing.set(null);
    if (isFocusKept) setTimeout(() => this.#host.querySelector<HTMLElement>(`#compare-${part}`)?.focus());
  }

  accept(part: ComparedPart): void {
    this.comparison().accept(part);
    setTimeout(() => this.#host.querySelector<HTMLElement>(`#compare-${part}`)?.focus());
  }
}
