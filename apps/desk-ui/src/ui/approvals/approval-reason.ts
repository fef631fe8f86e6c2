// SPDX-License-Identifier: AGPL-3.0-or-later
import { signal } from '@angular/core';
import { isReasonTold } from '@sportello/domain';
import type { ApprovalDecision } from '@sportello/domain';

/** What comes of a decision's layer. */
export interface DecidedApproval {
  readonly decision: ApprovalDecision;
  readonly reason: string | null;
}

/** The words that go with a decision: a refusal is not without them. */
export class ApprovalReason {
  readonly text = signal('');
  readonly isMissing = signal(false);

  write(text: string): void {
    this.text.set(text);
    this.isMissing.set(false);
  }

  /** Undefined when the words are missing that this decision needs. */
  decided(decision: ApprovalDecision): DecidedApproval | undefined {
    const reason = this.text().trim();
    const isTooShort = !isReasonTold(reason);
    this.isMissing.set(isTooShort && (decision === 'refuse' || reason.length > 0));
    return this.isMissing() ? undefined : { decision, reason: reason === '' ? null : reason };
  }
}
