// SPDX-License-Identifier: AGPL-3.0-or-later
import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, inject, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { isReasonTold } from '@sportello/domain';
import { LayerFrame } from '../../ui/layer/layer-frame';
import { Shape } from '../../ui/shape/shape';

/** Why a sale is taken back. Closes with the reason. */
@Component({
  selector: 'app-void-layer',
  imports: [TranslocoPipe, LayerFrame, Shape],
  templateUrl: './void-layer.html',
  styles: `
    .field {
      margin-block: 1rem;
    }
  `,
})
export class VoidLayer {
  readonly #layer = inject<DialogRef<string>>(DialogRef);

  /** The receipt of the sale. */
  readonly receipt = inject<string>(DIALOG_DATA);
  readonly reason = signal('');
  readonly isReasonMissing = signal(false);

  write(text: string): void {
    this.reason.set(text);
    this.isReasonMissing.set(false);
  }

  confirm(): void {
    const reason = this.reason().trim();
    this.isReasonMissing.set(!isReasonTold(reason));
    if (!this.isReasonMissing()) this.#layer.close(reason);
  }
}
