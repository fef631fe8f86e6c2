// SPDX-License-Identifier: AGPL-3.0-or-later
import { isCrowded, isPromised, type PlaceKind } from './places/sample';
import type { Sighting } from './sight-codes';

/** A sighting, and at which desk's places. */
export interface Seen extends Sighting {
  readonly place: PlaceKind;
  readonly part: string;
  readonly desk: number;
}

export interface Judged {
  /** Codes where none may be. */
  readonly found: readonly Seen[];
  /** Doubtful ones that evidence has cleared, each with it. */
  readonly cleared: readonly { readonly seen: Seen; readonly because: string }[];
}

/**
 * Nothing is let off for being unlikely. What is certain counts. A doubtful sighting (five digits in clear that could be another number, four bytes that could be chance) counts
 * too, unless there is evidence that it is not this code: the same number stands in the same kind of place of the other desk, which never had that card, or it is the
 * number of a port or process of this very run.
 */
export function judge(seen: readonly Seen[], ownNumbers: readonly ReadonlySet<string>[]): Judged {
  const atOtherDesk = new Set(seen.filter(({ code, desk }) => code.desk !== desk).map(keyOf));
  const own = seen.filter(({ code, desk, place }) => code.desk === desk && isPromised(code.kind, place));
  const cleared: { seen: Seen; because: string }[] = [];
  const found = own.filter((each) => {
    if (!each.isDoubtful) return true;
    const because = clearing(each, atOtherDesk, ownNumbers);
    if (because !== undefined) cleared.push({ seen: each, because });
    return because === undefined;
  });
  return { found, cleared };
}

function clearing(seen: Seen, atOtherDesk: ReadonlySet<string>, ownNumbers: readonly ReadonlySet<string>[]): string | undefined {
  if (isCrowded(seen.place)) return 'raw memory, where so little proves nothing';
  if (atOtherDesk.has(keyOf(seen))) return 'stands at the other desk too, which never had this card';
  if (ownNumbers[seen.desk]?.has(asItStands(seen))) return 'is the number of a port or process of this run';
  return undefined;
}

/** The digits that were seen: of a number in its own order, for a process bears no number backwards. */
function asItStands({ code, encoding }: Seen): string {
  return encoding === 'reversed' ? Array.from(code.text).toReversed().join('') : code.text;
}

function keyOf({ code, encoding, place }: Seen): string {
  return `${place} ${encoding} ${code.text}`;
}
