// SPDX-License-Identifier: AGPL-3.0-or-later
import { accept, refuse } from '../outcome';
import type { Outcome } from '../outcome';
import type { LocalDate } from '../time/local-date';
import type { CallCategory, CallFollowUp, CallOutcome, CallState } from './call';

export interface CallToClose {
  readonly state: CallState;
  readonly category: CallCategory | null;
  readonly outcome: CallOutcome;
  readonly followUp: { readonly what: CallFollowUp; readonly by: LocalDate } | null;
  /** A revocation was recorded from this call. */
  readonly hasRequest: boolean;
}

export type CallRefusal =
  | { readonly kind: 'call-closed' }
  | { readonly kind: 'call-incomplete'; readonly missing: 'category' | 'follow-up' | 'request' }
  | { readonly kind: 'follow-up-in-the-past' };

/** A call ends with what it was about and how it ended; one that is to be followed up says what and by when, and none says that a request was recorded which was not. */
export function judgeClosing({ state, category, outcome, followUp, hasRequest }: CallToClose, today: LocalDate): Outcome<CallState, CallRefusal> {
  if (state === 'closed') return refuse({ kind: 'call-closed' });
  if (category === null && outcome !== 'dropped') return refuse({ kind: 'call-incomplete', missing: 'category' });
  if (outcome === 'request-recorded' && !hasRequest) return refuse({ kind: 'call-incomplete', missing: 'request' });
  if (outcome === 'follow-up' && followUp === null) return refuse({ kind: 'call-incomplete', missing: 'follow-up' });
  if (followUp !== null && followUp.by < today) return refuse({ kind: 'follow-up-in-the-past' });
  return accept(followUp === null ? 'closed' : 'follow-up');
}
