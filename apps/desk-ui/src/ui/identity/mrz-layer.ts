// SPDX-License-Identifier: AGPL-3.0-or-later
import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, inject, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { LocalDate } from '@sportello/domain';
import { parseMrz, typedMrzLines } from '@sportello/domain/mrz';
import type { Mrz, MrzRefusal } from '@sportello/domain/mrz';
import { LayerFrame } from '../layer/layer-frame';
import { Shape } from '../shape/shape';

/** The machine-readable zone typed from the document, where no scanner reads it. Its check digits find the slips. Closes with what the zone says. */
@Component({
  selector: 'app-mrz-layer',
  imports: [TranslocoPipe, LayerFrame, Shape],
  templateUrl: './mrz-layer.html',
  styles: `
    textarea {
      font-family: 'Roboto Mono', monospace;
      text-transform: uppercase;
    }
    .field {
      margin-block: 0.75rem 1rem;
    }
  `,
})
export class MrzLayer {
  readonly #layer = inject<DialogRef<Mrz>>(DialogRef);
  readonly #today = inject<LocalDate>(DIALOG_DATA);

  readonly text = signal('');
  /** The part that does not agree with its check digit. */
  readonly slip = signal<MrzRefusal['part'] | null>(null);

  write(text: string): void {
    this.text.set(text);
    this.slip.set(null);
  }

  confirm(): void {
    const read = parseMrz(typedMrzLines(this.text()) ?? [], this.#today);
    if (read.ok) this.#layer.close(read.value);
    else this.slip.set(read.refusal.part);
  }
}
