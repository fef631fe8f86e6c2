// SPDX-License-Identifier: AGPL-3.0-or-later
import { TRIES_KEPT_HOURS } from './wrong-tries';
import type { WrongTries } from './wrong-tries';

/** After so many wrong tries of a caller, or on a card, the request is recorded unverified and a supervisor decides. */
export const TRIES_BEFORE_UNVERIFIED = 5;

/** A call seldom lasts so long; whoever talks on tells the CIP again. */
export const IDENTIFICATION_HOLDS_MINUTES = 60;

/** What was found out about a claim, each part looked at whatever the others said. */
export interface CipFinding {
  readonly isCardKnown: boolean;
  /** The envelope was handed over: before that nobody can know the CIP but who opened it. */
  readonly isDelivered: boolean;
  readonly areCompanionsRight: boolean;
  readonly isCipRight: boolean;
}

export const CIP_VERDICTS = ['identified', 'not-recognised', 'record-unverified'] as const;

/** `not-recognised` is one answer, whichever part was wrong; `record-unverified` is the same with the way on. */
export type CipVerdict = (typeof CIP_VERDICTS)[number];

/** `earlier`: the wrong tries before this one. Who tells all of it right is identified, however many tried before: a card is never closed. */
export function cipVerdict(finding: CipFinding, earlier: WrongTries, now: Date): CipVerdict {
  const { isCardKnown, isDelivered, areCompanionsRight, isCipRight } = finding;
  if ([isCardKnown, isDelivered, areCompanionsRight, isCipRight].every(Boolean)) return 'identified';
  return mayRecordUnverified({ ...earlier, caller: [...earlier.caller, now], card: [...earlier.card, now] }, now) ? 'record-unverified' : 'not-recognised';
}

/** Whether a request may be recorded although nobody was recognised: `tries` are all wrong ones so far. */
export function mayRecordUnverified({ caller, card }: WrongTries, now: Date): boolean {
  return [caller, card].some((tries) => tries.filter((at) => now.getTime() - at.getTime() < TRIES_KEPT_HOURS * 3_600_000).length >= TRIES_BEFORE_UNVERIFIED);
}
