// SPDX-License-Identifier: AGPL-3.0-or-later
import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, inject, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { MatterView, SignMatterRequest } from '@sportello/contracts';
import { isReasonTold } from '@sportello/domain';
import { LayerFrame } from '../layer/layer-frame';
import { Shape } from '../shape/shape';

/** One signature: what came of it, and why, in the signer's own words. Closes with both. */
@Component({
  selector: 'app-matter-layer',
  imports: [TranslocoPipe, LayerFrame, Shape],
  templateUrl: './matter-layer.html',
  styles: `
    .field,
    fieldset {
      margin-block: 1rem;
    }
    .choice {
      display: flex;
      gap: 0.5rem;
      align-items: center;
      min-height: 2.5rem;
    }
  `,
})
export class MatterLayer {
  readonly #layer = inject<DialogRef<SignMatterRequest>>(DialogRef);

  readonly matter = inject<MatterView>(DIALOG_DATA);
  readonly outcome = signal(this.matter.outcome ?? this.matter.outcomes[0]);
  readonly reason = signal('');
  readonly isReasonMissing = signal(false);

  write(text: string): void {
    this.reason.set(text);
    this.isReasonMissing.set(false);
  }

  sign(): void {
    const [outcome, reason] = [this.outcome(), this.reason().trim()];
    this.isReasonMissing.set(!isReasonTold(reason));
    if (outcome !== undefined && !this.isReasonMissing()) this.#layer.close({ outcome, reason });
  }
}
