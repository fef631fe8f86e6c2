// SPDX-License-Identifier: AGPL-3.0-or-later
import type { DeskKind } from '../case/desk-kinds';

/** How a desk keeps its blind sheets. */
export interface CustodyRules {
  /** Fewer than these in stock and in the printers together: time to ask for a box. */
  readonly minimumSheets: number;
  /** Nobody else is there: the second person is a supervisor, from wherever they are, at once or within the day. */
  readonly isOnePerson: boolean;
  /** With more spoiled sheets than these in a day printing stops until a supervisor lifts it; null: never. */
  readonly spoiledPerDay: number | null;
}

/** What a desk says for itself; what it leaves open is its kind's. */
export type ChosenCustodyRules = { readonly [Rule in keyof CustodyRules]?: CustodyRules[Rule] | null };

const WITH_COLLEAGUES: CustodyRules = { minimumSheets: 50, isOnePerson: false, spoiledPerDay: null };

export const CUSTODY_DEFAULTS: Readonly<Record<DeskKind, CustodyRules>> = {
  asl: WITH_COLLEAGUES,
  'hospital-trust': WITH_COLLEAGUES,
  municipality: WITH_COLLEAGUES,
  pharmacy: { minimumSheets: 20, isOnePerson: true, spoiledPerDay: 3 },
};

/** The limit that a desk has by working alone, whatever its kind. */
const SPOILED_PER_DAY_ALONE = 3;

export function custodyRulesOf(kind: DeskKind, chosen: ChosenCustodyRules): CustodyRules {
  const byKind = CUSTODY_DEFAULTS[kind];
  const isOnePerson = chosen.isOnePerson ?? byKind.isOnePerson;
  return {
    minimumSheets: chosen.minimumSheets ?? byKind.minimumSheets,
    isOnePerson,
    spoiledPerDay: chosen.spoiledPerDay ?? (isOnePerson ? SPOILED_PER_DAY_ALONE : null),
  };
}

export function isStockLow({ minimumSheets }: CustodyRules, sheetsToUse: number): boolean {
  return sheetsToUse < minimumSheets;
}

/** Each time that a supervisor lifts the stop, the desk may spoil as many again. */
export function isBeyondSpoiled({ spoiledPerDay }: CustodyRules, spoiledToday: number, liftedToday: number): boolean {
  return spoiledPerDay !== null && spoiledToday > spoiledPerDay * (1 + liftedToday);
}
