// SPDX-License-Identifier: AGPL-3.0-or-later
/** How long an identification holds for further cards of one visit: the same person at the same desk, before the same operator. */
const VISIT_HOURS = 2;

export interface EarlierIdentification {
  readonly deskId: string;
  readonly operatorId: string;
  /** When the document was seen, not when it was last carried over. */
  readonly at: Date;
}

export function isSameVisit(earlier: EarlierIdentification, now: { readonly deskId: string; readonly operatorId: string; readonly at: Date }): boolean {
  const age = now.at.getTime() - earlier.at.getTime();
  return earlier.deskId === now.deskId && earlier.operatorId === now.operatorId && age >= 0 && age <= VISIT_HOURS * 3_600_000;
}
