// SPDX-License-Identifier: AGPL-3.0-or-later
import { Component, computed, inject } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { ApprovalsView } from '@sportello/contracts';
import { ApprovalsStore } from '../../data/approvals/approvals-store';
import { DeskStore } from '../../data/desk/desk-store';
import { Clock } from '../../data/time/clock';
import { Layers } from '../layer/layers';
import { Loading } from '../loading/loading';
import { TroubleNotice } from '../notice/trouble-notice';
import { State } from '../shape/state';
import { SayPipe } from '../words/say.pipe';
import { since } from '../words/since';
import type { DecidedApproval } from './approval-reason';
import { DecideLayer } from './decide-layer';

type Line = ApprovalsView['waiting'][number];

/** *Richieste di approvazione*: the longest wait first, whoever's citizen went last; one button each. */
@Component({
  selector: 'app-approval-list',
  imports: [TranslocoPipe, Loading, SayPipe, State, TroubleNotice],
  templateUrl: './approval-list.html',
  styleUrl: './approval-list.scss',
})
export class ApprovalList {
  readonly #store = inject(ApprovalsStore);
  readonly #layers = inject(Layers);
  readonly #clock = inject(Clock);
  readonly #desk = inject(DeskStore);

  readonly isKnown = computed(() => this.#store.view() !== null);
  readonly hasFailed = this.#store.hasFailed;
  readonly trouble = this.#store.trouble;
  readonly isBusy = this.#store.isBusy;
  readonly lines = computed(() => {
    const now = this.#clock.now() + this.#desk.clockLead();
    return this.#store.waiting().map((line) => ({ ...line, age: since(line.askedAt, now) }));
  });

  open(line: Line): void {
    const { caseId, revision } = line;
    const layer = this.#layers.open<DecidedApproval>(DecideLayer, { data: line, labelledBy: 'approval-title' });
    layer.closed.subscribe((decided) => {
      if (decided) void this.#store.decide(caseId, { revision, ...decided });
    });
  }

  dismiss(): void {
    this.#store.dismissTrouble();
  }

  retry(): void {
    void this.#store.refresh();
  }
}
