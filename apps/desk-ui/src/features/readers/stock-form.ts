// SPDX-License-Identifier: AGPL-3.0-or-later
import { Component, computed, DOCUMENT, effect, inject, input, output, signal, untracked } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { isReasonTold } from '@sportello/domain';
import { Shape } from '../../ui/shape/shape';
import { typedQuantity } from './quantity';

export type StockAct = 'receive' | 'count';

export interface StockRequest {
  readonly act: StockAct;
  readonly quantity: number;
  readonly words: string;
}

/** What is done with the stock besides selling: a delivery comes, or somebody counts. */
@Component({
  selector: 'app-stock-form',
  imports: [TranslocoPipe, Shape],
  templateUrl: './stock-form.html',
  styleUrl: './readers-form.scss',
})
export class StockForm {
  readonly #document = inject(DOCUMENT);

  readonly inStock = input.required<number>();
  readonly isBusy = input(false);
  readonly done = input(0);
  readonly asked = output<StockRequest>();

  readonly acts: readonly StockAct[] = ['receive', 'count'];
  readonly act = signal<StockAct>('receive');
  readonly text = signal('');
  readonly words = signal('');
  readonly isToldMissing = signal(false);
  readonly quantity = computed(() => typedQuantity(this.text(), this.act() === 'count' ? 0 : 1));
  readonly missing = computed(() => {
    if (this.quantity() === undefined) return 'quantity';
    return this.act() === 'count' && !isReasonTold(this.words()) ? 'words' : undefined;
  });

  constructor() {
    effect(() => {
      this.done();
      untracked(() => {
        this.text.set('');
        this.words.set('');
      });
    });
  }

  choose(act: string): void {
    this.act.set(act as StockAct);
    this.isToldMissing.set(false);
  }

  submit(event: Event): void {
    event.preventDefault();
    const [missing, quantity] = [this.missing(), this.quantity()];
    this.isToldMissing.set(missing !== undefined);
    if (missing !== undefined) this.#document.getElementById(`stock-${missing}`)?.focus();
    else if (quantity !== undefined && !this.isBusy()) this.asked.emit({ act: this.act(), quantity, words: this.words().trim() });
  }
}
