// SPDX-License-Identifier: AGPL-3.0-or-later
import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, inject, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { isReasonTold } from '@sportello/domain';
import type { Decision } from '../../../data/case/case-store';
import { LayerFrame } from '../../../ui/layer/layer-frame';
import { Shape } from '../../../ui/shape/shape';

export interface DecisionData {
  readonly decision: Decision;
  readonly number: number;
}

/** Asks for the reason of a decision, in the supervisor's own words, under what comes of it. Closes with the reason. */
@Component({
  selector: 'app-decision-layer',
  imports: [TranslocoPipe, LayerFrame, Shape],
  templateUrl: './decision-layer.html',
  styles: `
    .field {
      margin-block: 1rem;
    }
  `,
})
export class DecisionLayer {
  readonly #layer = inject<DialogRef<string>>(DialogRef);

  readonly data = inject<DecisionData>(DIALOG_DATA);
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
