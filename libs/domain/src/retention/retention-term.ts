// SPDX-License-Identifier: AGPL-3.0-or-later
import { RETENTION_CLASSES, RETENTION_RULES, type RetentionClass } from './retention-classes';

/** What the controller has fixed; what is left out stays as proposed. */
export type FixedRetention = ReadonlyMap<RetentionClass, number>;

export interface RetentionTerm {
  readonly class: RetentionClass;
  readonly days: number;
  /** Nobody has fixed it: it is this program's proposal. */
  readonly isProposed: boolean;
}

const DAY_MS = 86_400_000;

export function retentionTerm(of: RetentionClass, fixed: FixedRetention): RetentionTerm {
  const days = fixed.get(of);
  return { class: of, days: days ?? RETENTION_RULES[of].proposedDays, isProposed: days === undefined };
}

export function retentionTerms(fixed: FixedRetention): readonly RetentionTerm[] {
  return RETENTION_CLASSES.map((each) => retentionTerm(each, fixed));
}

/** What ended, or was, before this instant has been kept for its term. */
export function keptSince({ days }: RetentionTerm, now: Date): Date {
  return new Date(now.getTime() - days * DAY_MS);
}
