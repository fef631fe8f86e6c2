// SPDX-License-Identifier: AGPL-3.0-or-later
import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, computed, DOCUMENT, inject, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { CORRECTION_FIELDS, DOCUMENT_TYPES } from '@sportello/domain';
import type { CorrectCaseRequest } from '@sportello/contracts';
import { LayerFrame } from '../layer/layer-frame';
import { Shape } from '../shape/shape';
import { isDateField, missingIn, NO_CORRECTION, requestOf } from './correction-draft';
import type { CorrectionDraft } from './correction-draft';

export type Correction = Omit<CorrectCaseRequest, 'revision'>;

/** *Rettifica*: which datum, what it should have been, and why. Closes with the correction. */
@Component({
  selector: 'app-correction-layer',
  imports: [TranslocoPipe, LayerFrame, Shape],
  templateUrl: './correction-layer.html',
  styles: `
    .field {
      margin-block: 1rem;
    }
  `,
})
export class CorrectionLayer {
  readonly #layer = inject<DialogRef<Correction>>(DialogRef);
  readonly #document = inject(DOCUMENT);

  /** The case's number. */
  readonly number = inject<number>(DIALOG_DATA);
  readonly fields = CORRECTION_FIELDS;
  readonly types = DOCUMENT_TYPES;
  readonly draft = signal<CorrectionDraft>(NO_CORRECTION);
  readonly isDate = computed(() => isDateField(this.draft().field));
  readonly missing = computed(() => missingIn(this.draft()));
  readonly isToldMissing = signal(false);

  write(changes: Partial<CorrectionDraft>): void {
    this.draft.update((draft) => ({ ...draft, ...changes }));
    this.isToldMissing.set(false);
  }

  submit(event: Event): void {
    event.preventDefault();
    const missing = this.missing();
    this.isToldMissing.set(missing !== undefined);
    if (missing !== undefined) this.#document.getElementById(`correction-${missing === 'date' ? 'value' : missing}`)?.focus();
    else this.#layer.close(requestOf(this.draft()));
  }
}
