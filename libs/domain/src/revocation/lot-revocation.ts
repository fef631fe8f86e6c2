// SPDX-License-Identifier: AGPL-3.0-or-later
import type { IdCartaNumber } from '../card/id-carta';
import { accept, refuse } from '../outcome';
import type { Outcome } from '../outcome';

/** A larger lot is several: a slip of the finger does not end the cards of a whole province. */
export const LARGEST_LOT = 20_000;

/** So long a dry run stands for what would happen. */
export const DRY_RUN_HOURS = 24;

export const LOT_STATES = ['dry-run', 'asked', 'done', 'withdrawn'] as const;

export type LotState = (typeof LOT_STATES)[number];

/** What becomes of a card of a lot. */
export const LOT_SORTS = ['to-revoke', 'already-revoked', 'already-requested', 'not-active', 'unknown'] as const;

export type LotSort = (typeof LOT_SORTS)[number];

export interface LotNotRevocable {
  readonly kind: 'lot-not-revocable';
  readonly because: 'empty' | 'too-large' | 'no-dry-run' | 'dry-run-old' | 'list-changed' | 'same-person' | 'not-a-supervisor';
}

/** The list as one text, whose SHA-256 is the list's digest: each serial once, in order, one per line. However it was pasted, the same cards give the same digest. */
export function lotText(cards: readonly IdCartaNumber[]): string {
  return [...new Set(cards)].sort().map((card) => `${card}\n`).join('');
}

export interface LotDryRun {
  readonly at: Date;
  readonly digest: string;
  readonly askedBy: string;
}

export interface LotDecider {
  readonly id: string;
  readonly isSupervisor: boolean;
}

export function judgeLotSize(cards: readonly IdCartaNumber[]): Outcome<number, LotNotRevocable> {
  const count = new Set(cards).size;
  if (count === 0) return refuse({ kind: 'lot-not-revocable', because: 'empty' });
  return count > LARGEST_LOT ? refuse({ kind: 'lot-not-revocable', because: 'too-large' }) : accept(count);
}

/** A second supervisor lets a lot go: another than asked for it, and the very list of the dry run, while that is fresh. */
export function judgeLot(dryRun: LotDryRun | null, digest: string, by: LotDecider, now: Date): Outcome<'may-go', LotNotRevocable> {
  const no = (because: LotNotRevocable['because']) => refuse({ kind: 'lot-not-revocable', because });
  if (!by.isSupervisor) return no('not-a-supervisor');
  if (dryRun === null) return no('no-dry-run');
  if (by.id === dryRun.askedBy) return no('same-person');
  if (digest !== dryRun.digest) return no('list-changed');
  return now.getTime() - dryRun.at.getTime() > DRY_RUN_HOURS * 3_600_000 ? no('dry-run-old') : accept('may-go');
}
