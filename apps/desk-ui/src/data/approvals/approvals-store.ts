// SPDX-License-Identifier: AGPL-3.0-or-later
import { computed, Service } from '@angular/core';
import type { ApprovalsView, DecideApprovalRequest } from '@sportello/contracts';
import { CustodyStore } from '../custody/custody-store';

/** The cases that wait for a supervisor of the body. Provided by the shell: what it shows leaves with it. */
@Service({ autoProvided: false })
export class ApprovalsStore extends CustodyStore<ApprovalsView> {
  protected readonly path = '/api/approvals';

  readonly waiting = computed(() => this.view()?.waiting ?? []);
  /** How many whoever is signed in may answer. */
  readonly count = computed(() => this.waiting().filter(({ canDecide }) => canDecide).length);

  decide(caseId: string, request: DecideApprovalRequest): Promise<boolean> {
    return this.actElsewhere(`/api/cases/${caseId}/approval/decision`, request);
  }
}
