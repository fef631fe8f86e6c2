// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * Whose wrong tries are counted. `caller`: the telephone number, the call where that is hidden, or on the public page the network as far as it tries one claim; `source`: the network address, or the operator's own session, which serves many
 * callers; `card`: what was claimed, whether or not such a card exists, so that waiting tells nothing.
 */
export const TRY_SCOPES = ['caller', 'source', 'card'] as const;

export type TryScope = (typeof TRY_SCOPES)[number];

export interface DelayRule {
  /** So many wrong tries cost nothing: people misread. */
  readonly freeTries: number;
  /** The first wait, which doubles with each wrong try. */
  readonly firstSeconds: number;
  /** No wait is longer, so that nobody can close a card, or a desk, to its people. */
  readonly mostSeconds: number;
  /** After so long a wrong try counts half. */
  readonly halfLifeMinutes: number;
}

/** A help desk's own source bears the slips of a whole shift; a card's waits stay short, because strangers can cause them. */
export const DELAY_RULES: Readonly<Record<TryScope, DelayRule>> = {
  caller: { freeTries: 2, firstSeconds: 5, mostSeconds: 900, halfLifeMinutes: 60 },
  source: { freeTries: 20, firstSeconds: 2, mostSeconds: 60, halfLifeMinutes: 30 },
  card: { freeTries: 3, firstSeconds: 5, mostSeconds: 120, halfLifeMinutes: 360 },
};

/** Wrong tries that are older count for nothing, and need not be kept. */
export const TRIES_KEPT_HOURS = 48;

/** When each wrong try was, per scope, in any order. */
export type WrongTries = Readonly<Record<TryScope, readonly Date[]>>;

/** Seconds to wait before the next try is looked at, rounded up; 0: now. The longest wait of the three counts. */
export function secondsToWait(tries: WrongTries, now: Date): number {
  return Math.max(...TRY_SCOPES.map((scope) => waitOf(DELAY_RULES[scope], tries[scope], now)));
}

function waitOf(rule: DelayRule, tries: readonly Date[], now: Date): number {
  const kept = tries.map((at) => Math.min(at.getTime(), now.getTime())).filter((at) => now.getTime() - at < TRIES_KEPT_HOURS * 3_600_000);
  if (kept.length === 0) return 0;
  const last = Math.max(...kept);
  const until = last + delayAfter(rule, weightAt(last, kept, rule)) * 1000;
  return Math.max(0, Math.ceil((until - now.getTime()) / 1000));
}

/** How many tries it is as if there had been just now. */
function weightAt(instant: number, tries: readonly number[], { halfLifeMinutes }: DelayRule): number {
  return tries.reduce((sum, at) => sum + 0.5 ** ((instant - at) / (halfLifeMinutes * 60_000)), 0);
}

function delayAfter({ freeTries, firstSeconds, mostSeconds }: DelayRule, weight: number): number {
  return weight <= freeTries ? 0 : Math.min(mostSeconds, firstSeconds * 2 ** (weight - freeTries - 1));
}
