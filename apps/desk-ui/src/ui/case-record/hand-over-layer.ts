// SPDX-License-Identifier: AGPL-3.0-or-later
import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, DOCUMENT, inject, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { ColleaguesView, HandOverCaseRequest } from '@sportello/contracts';
import { LayerFrame } from '../layer/layer-frame';
import { Shape } from '../shape/shape';

export interface HandOverData {
  readonly number: number;
  readonly colleagues: ColleaguesView['colleagues'];
}

export type HandOverChoice = Omit<HandOverCaseRequest, 'revision'>;

/** *Passa al collega*: to whom, with an optional note. Closes with both. */
@Component({
  selector: 'app-hand-over-layer',
  imports: [TranslocoPipe, LayerFrame, Shape],
  templateUrl: './hand-over-layer.html',
  styles: `
    .field {
      margin-block: 1rem;
    }
  `,
})
export class HandOverLayer {
  readonly #layer = inject<DialogRef<HandOverChoice>>(DialogRef);
  readonly #document = inject(DOCUMENT);

  readonly data = inject<HandOverData>(DIALOG_DATA);
  readonly to = signal('');
  readonly note = signal('');
  readonly isToldMissing = signal(false);

  choose(id: string): void {
    this.to.set(id);
    this.isToldMissing.set(false);
  }

  submit(event: Event): void {
    event.preventDefault();
    this.isToldMissing.set(this.to() === '');
    if (this.to() === '') this.#document.getElementById('hand-over-to')?.focus();
    else this.#layer.close({ toOperatorId: this.to(), note: this.note().trim() || null });
  }
}
