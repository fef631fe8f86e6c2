// SPDX-License-Identifier: AGPL-3.0-or-later
import { Component, computed, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { CaseView } from '@sportello/contracts';
import { ApprovalsStore } from '../../../data/approvals/approvals-store';
import { CaseStore } from '../../../data/case/case-store';
import { DeskStore } from '../../../data/desk/desk-store';
import { SessionState } from '../../../data/session/session-state';
import { Clock } from '../../../data/time/clock';
import { shortClockTime, writtenDay } from '../../../data/time/desk-time';
import type { ApprovalToDecide } from '../../../ui/approvals/approval-facts';
import type { DecidedApproval } from '../../../ui/approvals/approval-reason';
import { DecideLayer } from '../../../ui/approvals/decide-layer';
import { focusOnArrival } from '../../../ui/focus/focus';
import { Layers } from '../../../ui/layer/layers';
import { Notice } from '../../../ui/notice/notice';
import { TroubleNotice } from '../../../ui/notice/trouble-notice';
import { ReturnSlipLayer } from '../../../ui/return-slip/return-slip-layer';
import type { ReturnSlip } from '../../../ui/return-slip/return-slip-layer';
import { State } from '../../../ui/shape/state';
import { wording } from '../../../ui/words/wording';
import { ActionBar } from '../action-bar/action-bar';
import type { Note, PrimaryAction } from '../action-bar/action-bar';
import { SayPanel } from '../say-panel/say-panel';
import { approvalWait } from './approval-wait';
import { SignLayer } from './sign-layer';

/** A supervisor has to answer before the codes are drawn: who was asked and since when, the signature at this desk, and the way home for whoever waits too long. */
@Component({
  selector: 'app-approval-step',
  imports: [TranslocoPipe, ActionBar, Notice, SayPanel, State, TroubleNotice],
  templateUrl: './approval-step.html',
  styleUrl: './approval-step.scss',
})
export class ApprovalStep {
  readonly #cases = inject(CaseStore);
  readonly #approvals = inject(ApprovalsStore);
  readonly #desk = inject(DeskStore);
  readonly #session = inject(SessionState).session;
  readonly #clock = inject(Clock);
  readonly #layers = inject(Layers);

  readonly case = input.required<CaseView>();
  readonly isBusy = this.#cases.isBusy;
  /** Of an act on the case, or of a decision on this page. */
  readonly trouble = computed(() => this.#cases.trouble() ?? this.#approvals.trouble());
  readonly now = computed(() => this.#clock.now() + this.#desk.clockLead());
  readonly wait = computed(() => approvalWait(this.case().approval, this.now()));
  readonly facts = computed(() => {
    const { approval } = this.case();
    const at = (instant: string | undefined) => (instant === undefined ? '' : shortClockTime(instant));
    // A request that was put off ends with a day: that day is told, and not the midnight after it.
    const day = approval ? writtenDay(Date.parse(approval.expiresAt) - 1) : '';
    return { person: approval?.askedBy ?? '', at: at(approval?.askedAt), until: at(approval?.expiresAt), day };
  });
  readonly heading = computed(() => {
    const { kind } = this.wait();
    return kind === 'going-on' ? `states.${this.case().state}` : `approval.${kind}.title`;
  });
  readonly #offers = (act: CaseView['acts'][number]): boolean => this.case().acts.includes(act);
  readonly canSign = computed(() => this.#offers('sign-approval'));
  readonly canReturn = computed(() => this.#offers('return-later'));
  readonly primary = computed<PrimaryAction | null>(() => {
    if (this.#offers('decide-approval')) return { words: wording('approval.decide'), isReady: true };
    if (this.#offers('ask-approval-again')) return { words: wording('approval.askAgain'), isReady: true };
    if (this.wait().kind === 'deferred') return { words: wording('ending.next'), isReady: true };
    return this.canSign() ? { words: wording('approval.signHere'), isReady: false } : null;
  });
  readonly notes = computed<readonly Note[]>(() => {
    const { kind } = this.wait();
    if (kind === 'deferred') return [{ shape: 'waiting', words: wording('approval.deferred.note') }];
    if (kind === 'expired') return [{ shape: 'attention', words: wording('approval.expired.note') }];
    return kind === 'going-on' ? [] : [{ shape: 'waiting', words: wording('approval.missing') }];
  });

  constructor() {
    focusOnArrival('h1');
  }

  press(): void {
    if (this.#offers('decide-approval')) return this.#decide();
    if (this.#offers('ask-approval-again')) return void this.#cases.askApprovalAgain();
    // The citizen goes: the case stays in Pratiche aperte, and the desk is free for the next.
    if (this.wait().kind === 'deferred') return this.#cases.leave();
    this.sign();
  }

  sign(): void {
    this.#layers.open(SignLayer, { data: this.#toDecide(), labelledBy: 'sign-title' });
  }

  async returnLater(): Promise<void> {
    const answer = await this.#cases.returnLater();
    if (answer?.kind === 'done') this.slip();
  }

  dismiss(): void {
    this.#cases.dismissTrouble();
    this.#approvals.dismissTrouble();
  }

  slip(): void {
    const desk = this.#session()?.desk;
    if (!desk) return;
    const data: ReturnSlip = { desk: `${desk.place} · ${desk.name}`, at: this.now(), caseNumber: this.case().number };
    this.#layers.open(ReturnSlipLayer, { data, labelledBy: 'return-slip-title', isWide: true });
  }

  #decide(): void {
    const { id, revision } = this.case();
    const layer = this.#layers.open<DecidedApproval>(DecideLayer, { data: this.#toDecide(), labelledBy: 'approval-title' });
    layer.closed.subscribe((decided) => {
      if (decided) void this.#approvals.decide(id, { revision, ...decided }).then(() => this.#cases.readAgain());
    });
  }

  #toDecide(): ApprovalToDecide {
    const { number, kind, purpose, initials, warnings, approval } = this.case();
    const desk = this.#session()?.desk;
    return { number, kind, purpose, initials, warnings, deskName: desk ? `${desk.place} · ${desk.name}` : '', askedBy: approval?.askedBy ?? '', askedAt: approval?.askedAt ?? '', decree: approval?.decree ?? null };
  }
}
