// SPDX-License-Identifier: AGPL-3.0-or-later
import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, inject, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { EvidenceFileView } from '@sportello/contracts';
import { WITHDRAWAL_REASONS } from '@sportello/domain';
import type { WithdrawalReason } from '@sportello/domain';
import { LayerFrame } from '../../../ui/layer/layer-frame';
import { Shape } from '../../../ui/shape/shape';

/** Asks why a file is taken back, under what comes of it. Closes with the reason. */
@Component({
  selector: 'app-withdraw-layer',
  imports: [TranslocoPipe, LayerFrame, Shape],
  templateUrl: './withdraw-layer.html',
  styles: `
    fieldset {
      margin-block: 1rem;
      padding: 0;
      border: 0;
    }
    legend {
      font-size: 0.875rem;
      font-weight: 600;
    }
    .choice {
      display: flex;
      gap: 0.75rem;
      align-items: center;
      min-height: 2.5rem;
    }
  `,
})
export class WithdrawLayer {
  readonly #layer = inject<DialogRef<WithdrawalReason>>(DialogRef);

  readonly file = inject<EvidenceFileView>(DIALOG_DATA);
  readonly reasons = WITHDRAWAL_REASONS;
  readonly reason = signal<WithdrawalReason | null>(null);
  readonly isReasonMissing = signal(false);

  choose(reason: WithdrawalReason): void {
    this.reason.set(reason);
    this.isReasonMissing.set(false);
  }

  confirm(): void {
    const reason = this.reason();
    if (reason === null) this.isReasonMissing.set(true);
    else this.#layer.close(reason);
  }
}
