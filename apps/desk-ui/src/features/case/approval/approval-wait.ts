// SPDX-License-Identifier: AGPL-3.0-or-later
import { APPROVAL_PATIENCE_MINUTES, assertNever } from '@sportello/domain';
import type { CaseView } from '@sportello/contracts';

/** How it stands with the answer that a case waits for. */
export type ApprovalWait =
  /** `isLong`: nobody has answered for so long that the citizen need not wait here. */
  | { readonly kind: 'waiting'; readonly minutes: number; readonly isLong: boolean }
  /** The citizen went, and comes back without queueing. */
  | { readonly kind: 'deferred' }
  | { readonly kind: 'expired' }
  /** The answer came, or was never asked for: the case goes on by itself. */
  | { readonly kind: 'going-on' };

export function approvalWait(approval: CaseView['approval'], now: number): ApprovalWait {
  if (!approval) return { kind: 'going-on' };
  switch (approval.state) {
    case 'waiting': {
      if (approval.isDeferred) return { kind: 'deferred' };
      const minutes = Math.max(0, Math.floor((now - Date.parse(approval.askedAt)) / 60_000));
      return { kind: 'waiting', minutes, isLong: minutes >= APPROVAL_PATIENCE_MINUTES };
    }
    case 'expired':
      return { kind: 'expired' };
    case 'approved':
    case 'refused':
    case 'withdrawn':
      return { kind: 'going-on' };
    default:
      return assertNever(approval.state);
  }
}
