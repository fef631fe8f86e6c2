// SPDX-License-Identifier: AGPL-3.0-or-later
import { Component, DOCUMENT, inject, output, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { OfficeStore } from '../../data/revocations/office-store';
import { TroubleNotice } from '../../ui/notice/trouble-notice';
import { Shape } from '../../ui/shape/shape';
import { State } from '../../ui/shape/state';
import { TextField } from '../../ui/text-field/text-field';
import { OfficeRequest } from './office-request';
import type { OfficeGap } from './office-request';

/** *Richiesta d'ufficio*: after a death, or by an office's own decision. It waits for another supervisor. */
@Component({
  selector: 'app-office-form',
  imports: [TranslocoPipe, Shape, State, TextField, TroubleNotice],
  templateUrl: './office-form.html',
  styleUrl: './office-form.scss',
  providers: [OfficeStore],
})
export class OfficeForm {
  readonly #store = inject(OfficeStore);
  readonly #document = inject(DOCUMENT);

  readonly recorded = output();

  readonly form = new OfficeRequest();
  readonly receipt = this.#store.receipt;
  readonly trouble = this.#store.trouble;
  readonly isBusy = this.#store.isBusy;
  readonly told = signal<OfficeGap | null>(null);

  async record(event: Event): Promise<void> {
    event.preventDefault();
    const request = this.form.message();
    this.told.set(this.form.gap());
    if (!request) {
      this.#document.getElementById(`office-${this.form.gap()}`)?.focus();
      return;
    }
    if (!(await this.#store.record(request))) return;
    this.form.clear();
    this.recorded.emit();
  }

  dismiss(): void {
    this.#store.dismissTrouble();
  }
}
