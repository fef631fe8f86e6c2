// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ControlNumber } from '../sheet/control-number';
import type { SheetState } from '../sheet/sheet-states';
import { joined } from './sheet-ranges';
import type { SheetRange } from './sheet-ranges';

/** What the books say of the number that was read on the paper, at this desk. */
export interface SheetInBooks {
  readonly state: SheetState;
  /** The sheets that this printer feeds between the expected one and this one, none of them promised to a case; null when this one is not fed here after the expected one. */
  readonly between: readonly SheetRange[] | null;
}

export type NextNumberFinding =
  | { readonly kind: 'as-expected' }
  /** Sheets before it were not used: they left the printer unseen, or were never in it. */
  | { readonly kind: 'number-skipped'; readonly skipped: readonly SheetRange[] }
  /** It was used before, by the books. */
  | { readonly kind: 'number-repeated' }
  /** No sheet that this printer has, or that this desk ever had. */
  | { readonly kind: 'number-unknown' };

const USED: readonly SheetState[] = ['printed', 'held', 'delivered', 'spoiled', 'destroyed'];

export interface NumberOnPaper {
  /** The sheet that a case is being printed on, for paper that came out; else the printer's next by the books, undefined for a printer that is empty by them. */
  readonly expected: ControlNumber | undefined;
  readonly read: ControlNumber;
  readonly inBooks: SheetInBooks | undefined;
  /** Whether the paper came out of the printer, and is spent; else it still lies in the tray. */
  readonly isSpent: boolean;
  /** Whether a case awaits the expected sheet. Paper that came out for nobody is spent all the same, and a sheet less in the tray. */
  readonly isAwaited: boolean;
}

/** The number on the paper against the one that the printer has next. Sheets are fed in the order in which they were loaded, and a load goes under what is left. */
export function judgeNextNumber({ expected, read, inBooks, isSpent, isAwaited }: NumberOnPaper): NextNumberFinding {
  if (read === expected && (isAwaited || !isSpent)) return { kind: 'as-expected' };
  if (inBooks === undefined) return { kind: 'number-unknown' };
  if (USED.includes(inBooks.state)) return { kind: 'number-repeated' };
  if (inBooks.between === null || expected === undefined) return { kind: 'number-unknown' };
  const ends = isSpent ? [expected, read] : [expected];
  return { kind: 'number-skipped', skipped: joined([...inBooks.between, ...ends.map((number) => ({ first: number, last: number }))]) };
}
