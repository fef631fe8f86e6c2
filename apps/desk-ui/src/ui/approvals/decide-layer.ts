// SPDX-License-Identifier: AGPL-3.0-or-later
import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, computed, inject } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { ApprovalDecision } from '@sportello/domain';
import { DeskStore } from '../../data/desk/desk-store';
import { Clock } from '../../data/time/clock';
import { LayerFrame } from '../layer/layer-frame';
import { ApprovalFacts } from './approval-facts';
import type { ApprovalToDecide } from './approval-facts';
import { ApprovalReason } from './approval-reason';
import type { DecidedApproval } from './approval-reason';
import { ApprovalReasonField } from './approval-reason-field';

/** A supervisor decides on their own page: the facts, the words, and two buttons. Closes with the decision. */
@Component({
  selector: 'app-decide-layer',
  imports: [TranslocoPipe, LayerFrame, ApprovalFacts, ApprovalReasonField],
  templateUrl: './decide-layer.html',
  styleUrl: './decide-layer.scss',
})
export class DecideLayer {
  readonly #layer = inject<DialogRef<DecidedApproval>>(DialogRef);
  readonly #clock = inject(Clock);
  readonly #desk = inject(DeskStore);

  readonly request = inject<ApprovalToDecide>(DIALOG_DATA);
  readonly reason = new ApprovalReason();
  readonly now = computed(() => this.#clock.now() + this.#desk.clockLead());

  decide(decision: ApprovalDecision): void {
    const decided = this.reason.decided(decision);
    if (decided) this.#layer.close(decided);
  }
}
