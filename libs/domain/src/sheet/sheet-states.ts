// SPDX-License-Identifier: AGPL-3.0-or-later
import { accept, refuse } from '../outcome';
import type { Outcome } from '../outcome';

export const SHEET_STATES = ['in-stock', 'loaded', 'printed', 'held', 'delivered', 'spoiled', 'destroyed'] as const;

/** Where an envelope sheet is, by its control number. `held` begins when the operator's scan proves that the sealed sheet is in custody. */
export type SheetState = (typeof SHEET_STATES)[number];

/** Why a sheet went out of use. */
export const SHEET_LOSS_REASONS = [
  'printer-trouble',
  'sheet-missing',
  'sheet-damaged',
  'sheet-illegible',
  'envelope-opened',
  'envelope-lost',
  'codes-died',
  'case-ended',
  'proof-invalid',
  'sheet-skipped',
  'missing-at-count',
  'lost-on-the-way',
  'stock-destroyed',
] as const;

export type SheetLossReason = (typeof SHEET_LOSS_REASONS)[number];

export interface SheetTransition {
  readonly from: SheetState;
  readonly to: SheetState;
  readonly needsReason?: true;
}

/** Spoiled and destroyed are both ends: the day's sum counts each sheet once. */
export const SHEET_TRANSITIONS: readonly SheetTransition[] = [
  { from: 'in-stock', to: 'loaded' },
  { from: 'in-stock', to: 'spoiled', needsReason: true },
  { from: 'in-stock', to: 'destroyed', needsReason: true },

  { from: 'loaded', to: 'printed' },
  { from: 'loaded', to: 'spoiled', needsReason: true },
  { from: 'loaded', to: 'destroyed', needsReason: true },

  { from: 'printed', to: 'held' },
  { from: 'printed', to: 'spoiled', needsReason: true },
  { from: 'printed', to: 'destroyed', needsReason: true },

  { from: 'held', to: 'delivered' },
  { from: 'held', to: 'spoiled', needsReason: true },
  { from: 'held', to: 'destroyed', needsReason: true },
];

export interface ForbiddenSheetTransition {
  readonly kind: 'forbidden-sheet-transition';
  readonly from: SheetState;
  readonly to: SheetState;
  /** Where the sheet could go instead. */
  readonly allowed: readonly SheetState[];
}

/** A sheet goes out of use with a reason, and otherwise without. */
export interface SheetReasonNeeded {
  readonly kind: 'sheet-reason-needed';
  readonly from: SheetState;
  readonly to: SheetState;
  readonly reasons: readonly SheetLossReason[];
}

export type SheetMoveRefusal = ForbiddenSheetTransition | SheetReasonNeeded;

export interface SheetMove {
  readonly from: SheetState;
  readonly to: SheetState;
  readonly reason: SheetLossReason | undefined;
}

export function moveSheet(from: SheetState, to: SheetState, reason?: SheetLossReason): Outcome<SheetMove, SheetMoveRefusal> {
  const open = SHEET_TRANSITIONS.filter((row) => row.from === from);
  const row = open.find((found) => found.to === to);
  if (!row) return refuse({ kind: 'forbidden-sheet-transition', from, to, allowed: open.map((found) => found.to) });
  const hasReason = reason !== undefined;
  if (hasReason !== (row.needsReason ?? false)) {
    return refuse({ kind: 'sheet-reason-needed', from, to, reasons: row.needsReason ? SHEET_LOSS_REASONS : [] });
  }
  return accept({ from, to, reason });
}
