// SPDX-License-Identifier: AGPL-3.0-or-later
import { LARGEST_LOT, parseIdCarta } from '@sportello/domain';

export interface LotList {
  /** Each serial once. */
  readonly cards: readonly string[];
  /** What stands in the list and is no serial, the first few. */
  readonly wrong: readonly string[];
  readonly isTooLarge: boolean;
}

const TOLD = 5;

/** A list as it was pasted: serials of cards parted by anything that is no digit, letter or blank within a line. */
export function lotListIn(text: string): LotList {
  const words = text.split(/[\r\n;,\t]+/).map((word) => word.replace(/\s/g, '')).filter((word) => word !== '');
  const cards = [...new Set(words.filter((word) => parseIdCarta(word).ok))];
  const wrong = words.filter((word) => !parseIdCarta(word).ok).slice(0, TOLD);
  return { cards, wrong, isTooLarge: cards.length > LARGEST_LOT };
}
