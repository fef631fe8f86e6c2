// SPDX-License-Identifier: AGPL-3.0-or-later
import { Component } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { ApprovalList } from '../../ui/approvals/approval-list';

/** *Approvazioni*: what waits for a supervisor, while they are in no case. */
@Component({
  selector: 'app-approvals-page',
  imports: [TranslocoPipe, ApprovalList],
  template: `
    <h1>{{ 'bar.approvals' | transloco }}</h1>
    <section class="panel" aria-labelledby="approvals-title"><app-approval-list /></section>
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
export class ApprovalsPage {}
