// SPDX-License-Identifier: AGPL-3.0-or-later
import { Component, computed, effect, inject, signal, untracked } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { SaleView } from '@sportello/contracts';
import { DeskStore } from '../../data/desk/desk-store';
import { ReadersStore } from '../../data/readers/readers-store';
import { SessionState } from '../../data/session/session-state';
import { shortClockTime } from '../../data/time/desk-time';
import { Layers } from '../../ui/layer/layers';
import { Loading } from '../../ui/loading/loading';
import { TroubleNotice } from '../../ui/notice/trouble-notice';
import { PrintPaper } from '../../ui/print-paper/print-paper';
import { takeScans } from '../../ui/scanner/scanner';
import { State } from '../../ui/shape/state';
import { euros } from './quantity';
import { SaleForm } from './sale-form';
import { SalesTable } from './sales-table';
import { StockForm } from './stock-form';
import type { StockRequest } from './stock-form';
import { VoidLayer } from './void-layer';

/** *Lettori*: what lies in the cupboard, a sale in one number, and what the day comes to. */
@Component({
  selector: 'app-readers-page',
  imports: [TranslocoPipe, Loading, PrintPaper, TroubleNotice, State, SaleForm, SalesTable, StockForm],
  templateUrl: './readers-page.html',
  styleUrl: './readers-page.scss',
  // Its own: what it shows leaves with the page.
  providers: [ReadersStore],
})
export class ReadersPage {
  readonly #store = inject(ReadersStore);
  readonly #session = inject(SessionState);
  readonly #layers = inject(Layers);

  readonly readers = this.#store.view;
  readonly hasFailed = this.#store.hasFailed;
  readonly trouble = this.#store.trouble;
  readonly isBusy = this.#store.isBusy;
  readonly maySell = computed(() => this.#session.may('readers.sell'));
  readonly shownDay = computed(() => this.#store.otherDay() ?? this.readers());
  readonly sales = signal(0);
  readonly stockActs = signal(0);
  /** The sale that was registered last: what is to be cashed, and by which receipt. */
  readonly lastSale = signal<SaleView | null>(null);
  readonly euros = euros;
  readonly time = shortClockTime;

  constructor() {
    // A scan means nothing here, and must not become a quantity.
    takeScans(() => undefined);
    const desk = inject(DeskStore).desk;
    // Each hint of the desk is one for its readers too.
    effect(() => {
      desk();
      untracked(() => void this.#store.refresh());
    });
  }

  async sell(quantity: number): Promise<void> {
    this.lastSale.set(null);
    if (!(await this.#store.sell({ quantity }))) return;
    this.sales.update((count) => count + 1);
    this.lastSale.set(this.readers()?.sales[0] ?? null);
    void this.#store.look(null);
  }

  async change({ act, quantity, words }: StockRequest): Promise<void> {
    const expected = this.readers()?.inStock ?? 0;
    const isDone = act === 'receive' ? await this.#store.receive({ quantity, note: words === '' ? null : words }) : await this.#store.count({ expected, counted: quantity, reason: words });
    if (isDone) this.stockActs.update((count) => count + 1);
  }

  takeBack({ id, receiptNumber }: SaleView): void {
    this.#layers.open<string>(VoidLayer, { data: receiptNumber, labelledBy: 'void-title', focus: '#void-reason' }).closed.subscribe((reason) => {
      if (reason === undefined) return;
      this.lastSale.set(null);
      void this.#store.takeBack(id, { reason });
    });
  }

  look(day: string | null): void {
    void this.#store.look(day);
  }

  retry(): void {
    void this.#store.refresh();
  }

  dismiss(): void {
    this.#store.dismissTrouble();
  }
}
