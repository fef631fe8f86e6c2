// SPDX-License-Identifier: AGPL-3.0-or-later
import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, computed, inject, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { CaseView } from '@sportello/contracts';
import { APPROVAL_CODE, bareApprovalCode, isReasonTold } from '@sportello/domain';
import { LayerFrame } from '../../../ui/layer/layer-frame';
import { Shape } from '../../../ui/shape/shape';

export interface StationChangeData {
  readonly number: number;
  /** Null: nobody has asked yet, and whoever does says why. */
  readonly asked: CaseView['stationChange'];
}

/** The person's code, and for the first of the two a reason. */
export interface StationChangeAnswer {
  readonly code: string;
  readonly reason: string;
}

/** Asks one of the two people for their approval code. Closes with it: it is kept nowhere. */
@Component({
  selector: 'app-station-change-layer',
  imports: [TranslocoPipe, LayerFrame, Shape],
  templateUrl: './station-change-layer.html',
  styles: `
    .field {
      margin-block: 1rem;
    }
    .code {
      max-width: 26rem;
      text-transform: uppercase;
    }
  `,
})
export class StationChangeLayer {
  readonly #layer = inject<DialogRef<StationChangeAnswer>>(DialogRef);

  readonly data = inject<StationChangeData>(DIALOG_DATA);
  readonly part = this.data.asked ? 'confirm' : 'ask';
  readonly reason = signal('');
  readonly code = signal('');
  readonly isReasonMissing = signal(false);
  readonly isCodeIncomplete = signal(false);

  readonly isReady = computed(() => this.#hasReason() && this.#hasCode());

  readonly #hasReason = computed(() => this.part === 'confirm' || isReasonTold(this.reason()));
  readonly #hasCode = computed(() => bareApprovalCode(this.code()).length === APPROVAL_CODE.length);

  confirm(): void {
    this.isReasonMissing.set(!this.#hasReason());
    this.isCodeIncomplete.set(!this.#hasCode());
    if (this.isReady()) this.#layer.close({ code: this.code(), reason: this.reason().trim() });
  }
}
