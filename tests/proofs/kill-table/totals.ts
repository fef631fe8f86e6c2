// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Outcome } from './run-cut';

/** What the table comes to; printed as one JSON line. */
export interface Totals {
  readonly cuts: number;
  /** The product believes something of a card that an independent look contradicts, or nobody can say how it stands. */
  readonly unknown: number;
  /** A chip holds codes that are on no paper, or a citizen went home with others. */
  readonly codesLost: number;
  /** One set of codes on two sheets, or one number twice. */
  readonly doubleEnvelopes: number;
  /** Answers of a chip that said "wrong code". */
  readonly triesBurnt: number;
  /** Answers of a chip that refused the issuer. */
  readonly issuerTriesBurnt: number;
  /** Ended delivered, with the citizen at the counter all the time. */
  readonly resumedSameVisit: number;
  /** Ended with a reason on the page, for a supervisor. */
  readonly stopped: number;
}

export function totalsOf(outcomes: readonly Outcome[]): Totals {
  const count = (fits: (outcome: Outcome) => boolean): number => outcomes.filter(fits).length;
  const sum = (of: (outcome: Outcome) => number): number => outcomes.reduce((total, outcome) => total + of(outcome), 0);
  return {
    cuts: count(({ happenedAt }) => happenedAt !== null),
    unknown: count(({ isUnknown }) => isUnknown),
    codesLost: count(({ areCodesLost }) => areCodesLost),
    doubleEnvelopes: sum(({ doubleEnvelopes }) => doubleEnvelopes),
    triesBurnt: sum(({ triesBurnt }) => triesBurnt),
    issuerTriesBurnt: sum(({ issuerTriesBurnt }) => issuerTriesBurnt),
    resumedSameVisit: count(({ ending }) => ending.kind === 'delivered'),
    stopped: count(({ ending }) => ending.kind === 'stopped'),
  };
}

export function isFlawless({ unknown, codesLost, doubleEnvelopes }: Totals): boolean {
  return unknown === 0 && codesLost === 0 && doubleEnvelopes === 0;
}
