// SPDX-License-Identifier: AGPL-3.0-or-later
import { type AuthorityAnswer, type RevocationState, STATE_AFTER_ANSWER, assertNever } from '@sportello/domain';
import type { BadAnswer, RevocationAnswer } from '../authority/revocation-authority';
import { pauseMs } from './pauses';

/** Where a request stands that went out, before its answer is looked at. */
export interface GoneOut {
  readonly state: RevocationState;
  /** With this one. */
  readonly tries: number;
  /** Since when nobody answers, or only that it cannot be now; null: nothing is wrong so far. */
  readonly failingSince: Date | null;
  /** Since when what is answered is not believed. */
  readonly doubtedSince: Date | null;
  /** What a request that waits is asked about by. */
  readonly ticket: string | null;
}

export interface Answered {
  readonly answer: AuthorityAnswer;
  /** The authority's words, or a closed word of ours. */
  readonly words: string | null;
  /** In this order; what is no move leaves the request where it stands. */
  readonly states: readonly RevocationState[];
  readonly ticket: string | null;
  readonly failingSince: Date | null;
  readonly doubtedSince: Date | null;
  readonly next: { readonly kind: 'try'; readonly at: Date } | { readonly kind: 'look'; readonly at: Date } | { readonly kind: 'supervisor' };
}

/** Failures that say nothing of the certificate, and may pass: clocks, a transaction that is still in hand, a system that is down (RFC 9810 §5.2.3). */
const PASSING: readonly string[] = ['badTime', 'timeNotAvailable', 'transactionIdInUse', 'systemUnavail', 'systemFailure'];
/** Signed by somebody else, or not for us: somebody may be in between. */
const NOT_TRUSTED: readonly BadAnswer[] = ['not-protected', 'signature-invalid', 'certificate-not-in-force', 'other-transaction', 'other-nonce'];
/** For so long answers that are not believed are put down to something that passes. */
const DOUBT_MS = 60 * 60_000;

export interface Conditions {
  readonly now: Date;
  /** After so long without an answer that helps a supervisor takes over. */
  readonly giveUpMs: number;
  /** From 0 to 1: copies and requests do not come all at once. */
  readonly chance: number;
}

/** What an answer means for the request that it was given to, and what is done next. Whoever is told to wait waits well, however long: failing is counted from the first failure after it. */
export function nextStep(gone: GoneOut, answer: RevocationAnswer, { now, giveUpMs, chance }: Conditions): Answered {
  const failingSince = gone.failingSince ?? now;
  const isGivenUp = now.getTime() - failingSince.getTime() >= giveUpMs;
  const again = { kind: 'try', at: new Date(now.getTime() + pauseMs(gone.tries, chance)) } as const;
  const told = (as: AuthorityAnswer, step: Pick<Answered, 'words' | 'next'> & Partial<Answered>): Answered => {
    const after = STATE_AFTER_ANSWER[as];
    const states = [...(after === gone.state ? [] : [after]), ...(step.next.kind === 'supervisor' ? (['awaiting-supervisor'] as const) : [])];
    return { answer: as, states, ticket: null, failingSince: null, doubtedSince: null, ...step };
  };
  switch (answer.kind) {
    case 'accepted':
    case 'already-revoked':
      return told(answer.kind, { words: null, next: { kind: 'look', at: now } });
    case 'waiting':
      return told('waiting', { words: null, next: { kind: 'try', at: new Date(now.getTime() + answer.pollAfterSeconds * 1000) }, ticket: answer.ticket });
    case 'rejected':
    case 'error': {
      const words = [answer.reason, ...answer.failures].join(' ').trim();
      // An authority that started anew knows nothing of what it told to wait: it is asked anew, under the same transaction.
      const isPassing = (answer.kind === 'error' && gone.ticket !== null) || answer.failures.some((failure) => PASSING.includes(failure));
      return told('rejected', { words, failingSince, next: isPassing && !isGivenUp ? again : { kind: 'supervisor' } });
    }
    case 'silence':
      return told('nothing', { words: answer.because, failingSince, next: isGivenUp ? { kind: 'supervisor' } : again, ticket: gone.ticket });
    case 'bad-answer': {
      const doubtedSince = gone.doubtedSince ?? now;
      const isDoubted = now.getTime() - doubtedSince.getTime() >= Math.min(DOUBT_MS, giveUpMs);
      const as = NOT_TRUSTED.includes(answer.why) ? 'not-trusted' : 'not-understood';
      return told(as, { words: answer.why, failingSince, doubtedSince, next: isDoubted ? { kind: 'supervisor' } : again, ticket: gone.ticket });
    }
    default:
      return assertNever(answer);
  }
}
