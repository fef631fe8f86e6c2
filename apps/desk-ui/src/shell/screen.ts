// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CaseView, DeskView, Problem } from '@sportello/contracts';

/** Which room of the desk is shown. */
export type Screen = 'loading' | 'unavailable' | 'not-for-role' | 'idle' | 'case' | 'elsewhere';

/** By what one signs in. */
export const OWN_ACCESS = '/accesso-e-sicurezza';

/** Rooms that anybody has, whether their role works at a desk or not. */
export const ROOMS_WITHOUT_DESK: readonly string[] = [OWN_ACCESS, '/permessi'];

export interface DeskSituation {
  /** Whether the operator's role works at a desk at all. */
  readonly maySeeDesk: boolean;
  /** Whether it has a room of its own, where they are on their way to. */
  readonly hasOffice: boolean;
  readonly desk: DeskView | null;
  readonly isUnavailable: boolean;
  readonly inHand: CaseView | null;
  readonly isOpening: boolean;
  readonly refusal: Problem | null;
  /** The operator went to another room: the desk's day, its sheets, or the people of the body. */
  readonly isElsewhere: boolean;
  /** Whether the room where they are is one of the desk's. */
  readonly needsDesk: boolean;
}

/** A card that is being read, cannot be used or has been refused is shown where its case would be: places do not move. A case in hand keeps nobody from the sheets that it waits for. */
export function screenOf({ maySeeDesk, hasOffice, desk, isUnavailable, inHand, isOpening, refusal, isElsewhere, needsDesk }: DeskSituation): Screen {
  if (!needsDesk) return 'elsewhere';
  // Whoever sees no desk has rooms of their own; the router lets nobody into another.
  if (!maySeeDesk && !isElsewhere) return hasOffice ? 'loading' : 'not-for-role';
  if (!maySeeDesk) return 'elsewhere';
  if (isUnavailable) return 'unavailable';
  if (desk === null) return 'loading';
  if (isElsewhere) return 'elsewhere';
  const card = desk.cardInReader;
  const isCardShown = card !== null && (card.state !== 'recognised' || isOpening || refusal !== null);
  return inHand !== null || isCardShown ? 'case' : 'idle';
}
