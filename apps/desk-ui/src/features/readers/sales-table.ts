// SPDX-License-Identifier: AGPL-3.0-or-later
import { Component, computed, DOCUMENT, inject, input, output, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { parseItalianDate } from '@sportello/domain';
import type { ReadersView, SaleView } from '@sportello/contracts';
import { shortClockTime, writtenDate } from '../../data/time/desk-time';
import { Shape } from '../../ui/shape/shape';
import { State } from '../../ui/shape/state';
import { euros } from './quantity';

/** The sales of one day and what they come to. A sale that was taken back stays, with its reason, and counts no more. */
@Component({
  selector: 'app-sales-table',
  imports: [TranslocoPipe, Shape, State],
  templateUrl: './sales-table.html',
  styleUrl: './sales-table.scss',
})
export class SalesTable {
  readonly #document = inject(DOCUMENT);

  readonly readers = input.required<ReadersView>();
  readonly maySell = input(false);
  readonly voided = output<SaleView>();
  /** Null: today. */
  readonly looked = output<string | null>();

  readonly text = signal('');
  readonly isDateWrong = signal(false);
  readonly euros = euros;
  readonly time = shortClockTime;
  readonly day = computed(() => writtenDate(this.readers().day));
  readonly isToday = computed(() => this.readers().day === this.readers().today);

  look(event: Event): void {
    event.preventDefault();
    const date = parseItalianDate(this.text());
    this.isDateWrong.set(!date.ok);
    if (!date.ok) this.#document.getElementById('sales-day')?.focus();
    else this.looked.emit(date.value === this.readers().today ? null : date.value);
  }
}
