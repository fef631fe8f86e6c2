// SPDX-License-Identifier: AGPL-3.0-or-later
import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, computed, effect, inject, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { ApprovalDecision } from '@sportello/domain';
import { CaseStore } from '../../../data/case/case-store';
import type { ActTrouble } from '../../../data/case/case-store';
import { DeskStore } from '../../../data/desk/desk-store';
import { Clock } from '../../../data/time/clock';
import { ApprovalFacts } from '../../../ui/approvals/approval-facts';
import type { ApprovalToDecide } from '../../../ui/approvals/approval-facts';
import { ApprovalReason } from '../../../ui/approvals/approval-reason';
import { ApprovalReasonField } from '../../../ui/approvals/approval-reason-field';
import { focusMover } from '../../../ui/focus/focus';
import { LayerFrame } from '../../../ui/layer/layer-frame';
import { Shape } from '../../../ui/shape/shape';
import { signTrouble } from './sign-trouble';

/**
 * *Firma qui il supervisore*: another person's name and password, on the operator's page. They are sent once and kept nowhere: the password leaves the field with every
 * answer, and the browser is not asked to remember it.
 */
@Component({
  selector: 'app-sign-layer',
  imports: [TranslocoPipe, LayerFrame, Shape, ApprovalFacts, ApprovalReasonField],
  templateUrl: './sign-layer.html',
  styleUrl: './sign-layer.scss',
})
export class SignLayer {
  readonly #layer = inject<DialogRef>(DialogRef);
  readonly #cases = inject(CaseStore);
  readonly #clock = inject(Clock);
  readonly #desk = inject(DeskStore);
  readonly #focus = focusMover();

  readonly request = inject<ApprovalToDecide>(DIALOG_DATA);
  readonly reason = new ApprovalReason();
  readonly username = signal('');
  readonly password = signal('');
  readonly isIncomplete = signal(false);
  readonly #trouble = signal<ActTrouble | null>(null);
  readonly isBusy = this.#cases.isBusy;
  readonly now = computed(() => this.#clock.now() + this.#desk.clockLead());
  readonly troubleKey = computed(() => {
    const trouble = this.#trouble();
    if (this.isIncomplete()) return 'approval.sign.troubles.incomplete';
    return trouble && signTrouble(trouble);
  });

  constructor() {
    // Somebody else answered meanwhile, or the time is over.
    effect(() => {
      if (this.#cases.case()?.approval?.state !== 'waiting') this.#layer.close();
    });
  }

  async sign(decision: ApprovalDecision): Promise<void> {
    const [username, password] = [this.username().trim(), this.password()];
    this.isIncomplete.set(username === '' || password === '');
    const decided = this.reason.decided(decision);
    if (this.isIncomplete() || !decided) {
      this.#focus(username === '' ? '#sign-username' : password === '' ? '#sign-password' : '#approval-reason');
      return;
    }
    const answer = await this.#cases.signApproval({ username, ...decided }, password);
    this.password.set('');
    if (answer === undefined || answer.kind === 'done') return;
    this.#trouble.set(answer);
    this.#focus('#sign-password');
  }
}
