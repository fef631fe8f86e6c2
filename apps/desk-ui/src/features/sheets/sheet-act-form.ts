// SPDX-License-Identifier: AGPL-3.0-or-later
import { Component, computed, effect, inject, input, output, signal, untracked } from '@angular/core';
import { DOCUMENT } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { SPOIL_REASONS } from './spoil-reasons';
import type { SheetsView } from '@sportello/contracts';
import { Shape } from '../../ui/shape/shape';
import { FIELDS, freshDraft, missingIn, requestOf, SHEET_ACTS } from './sheet-form';
import type { Draft, SheetAct, SheetField, SheetRequest } from './sheet-form';

/** What is done with sheets: the act, then its few fields, then one button. */
@Component({
  selector: 'app-sheet-act-form',
  imports: [TranslocoPipe, Shape],
  templateUrl: './sheet-act-form.html',
  styleUrl: './sheet-act-form.scss',
})
export class SheetActForm {
  readonly #document = inject(DOCUMENT);

  readonly sheets = input.required<SheetsView>();
  readonly isBusy = input(false);
  /** Grows with each act that was done: then the form begins anew. */
  readonly done = input(0);
  readonly asked = output<SheetRequest>();

  readonly acts = SHEET_ACTS;
  readonly reasons = SPOIL_REASONS;
  readonly act = signal<SheetAct>('receive');
  readonly #draft = signal<Draft | null>(null);
  readonly draft = computed(() => this.#draft() ?? freshDraft(this.sheets()));
  readonly fields = computed(() => FIELDS[this.act()]);
  readonly missing = computed(() => missingIn(this.act(), this.draft()));
  readonly isToldMissing = signal(false);

  constructor() {
    effect(() => {
      this.done();
      untracked(() => this.#draft.set(null));
    });
  }

  choose(act: string): void {
    this.act.set(act as SheetAct);
    this.isToldMissing.set(false);
  }

  write(field: SheetField, value: string | boolean): void {
    this.#draft.set({ ...this.draft(), [field]: value });
  }

  asks(field: SheetField): boolean {
    return this.fields().includes(field);
  }

  submit(event: Event): void {
    event.preventDefault();
    const missing = this.missing();
    this.isToldMissing.set(missing !== undefined);
    if (missing !== undefined) this.#document.getElementById(`sheets-${missing}`)?.focus();
    else if (!this.isBusy()) this.asked.emit(requestOf(this.act(), this.draft()));
  }
}
