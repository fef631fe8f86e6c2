// SPDX-License-Identifier: AGPL-3.0-or-later
import { Component, computed, inject } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { SessionState } from '../../data/session/session-state';
import { ApprovalList } from '../../ui/approvals/approval-list';
import { RevocationsWaiting } from './revocations-waiting';

/** *Approvazioni*: what waits for a supervisor, while they are in no case. */
@Component({
  selector: 'app-approvals-page',
  imports: [TranslocoPipe, ApprovalList, RevocationsWaiting],
  template: `
    <h1>{{ 'bar.approvals' | transloco }}</h1>
    <section class="panel" aria-labelledby="approvals-title"><app-approval-list /></section>
    @if (decidesRevocations()) {
      <app-revocations-waiting />
    }
  `,
  styles: `
    :host {
      display: flex;
      flex-direction: column;
      gap: var(--gap);
      width: 100%;
      max-width: calc(var(--content-width) + 2 * var(--page-padding));
      padding: var(--gap) var(--page-padding);
    }
  `,
})
export class ApprovalsPage {
  readonly #session = inject(SessionState);

  readonly decidesRevocations = computed(() => this.#session.may('revocation.decide'));
}
