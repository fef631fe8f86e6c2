// SPDX-License-Identifier: AGPL-3.0-or-later
import { PAGE } from '../drawing/page';
import { wordsOf } from './pdf-tools';
import type { Word } from './pdf-tools';

const HAIR = 0.5;

/** Words that reach out of the page's margins at the sides. */
export function wordsOutside(pdf: Buffer, page: number): readonly string[] {
  return beyondMargins(wordsOf(pdf, page));
}

export function beyondMargins(words: readonly Word[]): readonly string[] {
  return words
    .filter(({ left, right }) => left < PAGE.left - HAIR || right > PAGE.right + HAIR)
    .map(({ text }) => text);
}

/** Pairs of words of which one is printed over the other. */
export function wordsOverlapping(pdf: Buffer, page: number): readonly string[] {
  return overlapsAmong(wordsOf(pdf, page));
}

export function overlapsAmong(words: readonly Word[]): readonly string[] {
  // A font's box is taller than its letters: its middle third is where ink is.
  const inked = words.map((word) => {
    const third = (word.bottom - word.top) / 3;
    return { ...word, top: word.top + third, bottom: word.bottom - third };
  });
  return inked.flatMap((one, index) =>
    inked
      .slice(index + 1)
      .filter((other) => one.left < other.right - HAIR && other.left < one.right - HAIR && one.top < other.bottom && other.top < one.bottom)
      .map((other) => `${one.text} / ${other.text}`),
  );
}
