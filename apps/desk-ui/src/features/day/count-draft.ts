// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CloseDayRequest, DayView, SheetRangeMessage } from '@sportello/contracts';
import { numbersIn, rangeText, typedNumber, typedRanges } from '../../ui/matters/ranges';

/** What somebody saw, while it is written down. */
export interface CountDraft {
  readonly trays: Readonly<Record<string, { readonly first: string; readonly last: string; readonly isEmpty: boolean }>>;
  /** Boxes of the cupboard and envelopes in hand that are there, by their text. */
  readonly seen: readonly string[];
  /** Blank sheets that are there and that the books do not have here, as they were typed. */
  readonly extra: string;
}

export const NOTHING_SEEN: CountDraft = { trays: {}, seen: [], extra: '' };

export type Missing = { readonly field: string; readonly station: string };

/** The first tray end that is still to be read. */
export function missingIn({ trays }: Pick<DayView, 'trays'>, draft: CountDraft): Missing | undefined {
  for (const { stationId, station } of trays) {
    const tray = draft.trays[stationId];
    if (tray?.isEmpty) continue;
    if (typedNumber(tray?.first ?? '') === undefined) return { field: `first-${stationId}`, station };
    if (typedNumber(tray?.last ?? '') === undefined) return { field: `last-${stationId}`, station };
  }
  return typedRanges(draft.extra) === undefined ? { field: 'extra', station: '' } : undefined;
}

export function traysOf({ trays }: Pick<DayView, 'trays'>, draft: CountDraft): CloseDayRequest['trays'] {
  return trays.map(({ stationId }) => {
    const tray = draft.trays[stationId];
    if (tray?.isEmpty) return { stationId, first: null, last: null };
    return { stationId, first: typedNumber(tray?.first ?? '') ?? null, last: typedNumber(tray?.last ?? '') ?? null };
  });
}

/** The whole count: what was ticked is there, and what was not is missing. */
export function countOf(day: Pick<DayView, 'trays' | 'inStock' | 'inHand'>, draft: CountDraft): CloseDayRequest {
  const isSeen = (text: string): boolean => draft.seen.includes(text);
  return {
    trays: traysOf(day, draft),
    inStock: [...day.inStock.filter((range) => isSeen(rangeText(range))), ...(typedRanges(draft.extra) ?? [])],
    inHand: envelopesOf(day).filter(({ first }) => isSeen(first)),
  };
}

/** Envelopes are seen one by one. */
export function envelopesOf({ inHand }: Pick<DayView, 'inHand'>): SheetRangeMessage[] {
  return numbersIn(inHand).map((number) => ({ first: number, last: number }));
}

/** How many things that the books have were not ticked. */
export function unseenIn(day: Pick<DayView, 'inStock' | 'inHand'>, draft: CountDraft): number {
  const expected = [...day.inStock.map(rangeText), ...envelopesOf(day).map(({ first }) => first)];
  return expected.filter((text) => !draft.seen.includes(text)).length;
}
