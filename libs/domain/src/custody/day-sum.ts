// SPDX-License-Identifier: AGPL-3.0-or-later
import { assertNever } from '../assert-never';
import type { SheetState } from '../sheet/sheet-states';

export const SHEETS_ON_HAND = ['in-stock', 'loaded', 'printed', 'held'] as const satisfies readonly SheetState[];

/** The states in which a desk still has the sheet. */
export type SheetOnHand = (typeof SHEETS_ON_HAND)[number];

export const SHEET_MOVEMENT_KINDS = ['received', 'transferred-in', 'transferred-out', 'moved'] as const;
export type SheetMovementKind = (typeof SHEET_MOVEMENT_KINDS)[number];

/** So many sheets went from one state to another at one desk; null is outside the desk. */
export interface SheetMovement {
  readonly kind: SheetMovementKind;
  readonly from: SheetState | null;
  readonly to: SheetState | null;
  readonly count: number;
}

export interface DaySum {
  readonly opening: number;
  readonly received: number;
  readonly transferredIn: number;
  readonly delivered: number;
  readonly spoiled: number;
  readonly destroyed: number;
  readonly transferredOut: number;
  readonly closing: Readonly<Record<SheetOnHand, number>>;
  /** opening + received + transferred in − delivered − spoiled − destroyed − transferred out − closing: nothing, or the day does not sum. */
  readonly difference: number;
}

/** The day's sum of DESIGN §4, from what the desk had in the morning, what moved, and what it has now. */
export function sumOfDay(opening: number, movements: readonly SheetMovement[], closing: Readonly<Record<SheetOnHand, number>>): DaySum {
  const moved = { received: 0, transferredIn: 0, delivered: 0, spoiled: 0, destroyed: 0, transferredOut: 0 };
  for (const { kind, to, count } of movements) {
    const column = columnOf(kind, to);
    if (column) moved[column] += count;
  }
  const came = opening + moved.received + moved.transferredIn;
  const went = moved.delivered + moved.spoiled + moved.destroyed + moved.transferredOut;
  const left = SHEETS_ON_HAND.reduce((sum, state) => sum + closing[state], 0);
  return { opening, ...moved, closing, difference: came - went - left };
}

function columnOf(kind: SheetMovementKind, to: SheetState | null): keyof Omit<DaySum, 'opening' | 'closing' | 'difference'> | undefined {
  switch (kind) {
    case 'received':
      return 'received';
    case 'transferred-in':
      return 'transferredIn';
    case 'transferred-out':
      return 'transferredOut';
    case 'moved':
      return to === 'delivered' || to === 'spoiled' || to === 'destroyed' ? to : undefined;
    default:
      return assertNever(kind);
  }
}
