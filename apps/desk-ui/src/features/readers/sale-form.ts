// SPDX-License-Identifier: AGPL-3.0-or-later
import { Component, computed, effect, inject, input, output, signal, untracked } from '@angular/core';
import { DOCUMENT } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { amountOf } from '@sportello/domain';
import type { LocalDate } from '@sportello/domain';
import type { ReadersView } from '@sportello/contracts';
import { focusOnArrival } from '../../ui/focus/focus';
import { Shape } from '../../ui/shape/shape';
import { euros, typedQuantity } from './quantity';

/** One number and Enter: what is to be paid stands beside it before it is registered. */
@Component({
  selector: 'app-sale-form',
  imports: [TranslocoPipe, Shape],
  templateUrl: './sale-form.html',
  styleUrl: './readers-form.scss',
})
export class SaleForm {
  readonly #document = inject(DOCUMENT);

  readonly readers = input.required<ReadersView>();
  readonly isBusy = input(false);
  /** Grows with each sale: then the form begins anew. */
  readonly done = input(0);
  readonly sold = output<number>();

  readonly text = signal('1');
  readonly quantity = computed(() => typedQuantity(this.text()));
  readonly isToldMissing = signal(false);
  readonly amount = computed(() => {
    const [quantity, price] = [this.quantity(), this.readers().price];
    if (quantity === undefined || !price) return null;
    const { totalCents } = amountOf(quantity, { since: price.since as LocalDate, netCents: price.netCents, vatPercent: price.vatPercent });
    return { total: euros(totalCents), net: euros(price.netCents), vat: price.vatPercent };
  });

  constructor() {
    focusOnArrival('#sale-quantity');
    effect(() => {
      this.done();
      untracked(() => this.text.set('1'));
    });
  }

  write(text: string): void {
    this.text.set(text);
    this.isToldMissing.set(false);
  }

  submit(event: Event): void {
    event.preventDefault();
    const quantity = this.quantity();
    this.isToldMissing.set(quantity === undefined);
    if (quantity === undefined) this.#document.getElementById('sale-quantity')?.focus();
    else if (!this.isBusy()) this.sold.emit(quantity);
  }
}
