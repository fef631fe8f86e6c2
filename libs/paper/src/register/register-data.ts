// SPDX-License-Identifier: AGPL-3.0-or-later
import type { DaySum, MatterKind, MatterOutcome, SheetLossReason, SheetMovementKind, SheetState } from '@sportello/domain';

export type RegisterLanguage = 'it' | 'en';

export interface RegisterMovement {
  /** ISO 8601. */
  readonly at: string;
  readonly kind: SheetMovementKind;
  readonly from: SheetState | null;
  readonly to: SheetState | null;
  readonly first: string;
  readonly last: string;
  readonly count: number;
  readonly station: string | null;
  readonly caseNumber: number | null;
  readonly reason: SheetLossReason | null;
}

export interface RegisterCount {
  readonly at: string;
  readonly occasion: 'opening' | 'handover' | 'closing';
  readonly by: string;
  readonly handedOverBy: string | null;
  readonly cases: number;
  readonly differences: number;
}

export interface RegisterMatter {
  readonly at: string;
  readonly kind: MatterKind;
  readonly ranges: readonly { readonly first: string; readonly last: string }[];
  readonly outcome: MatterOutcome | null;
  readonly isClosed: boolean;
  readonly signatures: readonly { readonly by: string; readonly reason: string }[];
}

/** What the register of one day of one desk tells: control numbers, case numbers and the names of those who work there; nothing of a citizen. */
export interface RegisterData {
  readonly language: RegisterLanguage;
  readonly body: string;
  readonly desk: string;
  readonly place: string;
  /** 'YYYY-MM-DD'. */
  readonly day: string;
  /** ISO 8601. */
  readonly printedAt: string;
  readonly printedBy: string;
  readonly isClosed: boolean;
  readonly sum: DaySum;
  readonly movements: readonly RegisterMovement[];
  readonly counts: readonly RegisterCount[];
  readonly matters: readonly RegisterMatter[];
  readonly isTest: boolean;
}
