// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Font, Glyph, GlyphPosition, GlyphRun } from 'fontkit';

/** More than all words of the catalogues, of the desks and of the operators' names. */
const MOST_WORDS = 4_000;

/**
 * The same font, which remembers how a word is set: choosing letters and kerning them is a good part of a page's time, and pages say the same words. Only texts with a small letter
 * are remembered: the names of citizens, their numbers and the characters of codes are written without.
 */
export function remembering(font: Font): Font {
  const known = new Map<string, GlyphRun>();
  const layout = (text: string, features?: unknown): GlyphRun => {
    if (features !== undefined || text === text.toUpperCase()) return font.layout(text, features);
    const found = known.get(text) ?? font.layout(text);
    if (known.size >= MOST_WORDS) known.clear();
    known.set(text, found);
    return copyOf(found);
  };
  return Object.create(font, { layout: { value: layout } }) as Font;
}

/** pdfkit scales the positions in place, and takes the width from them afterwards. */
function copyOf({ glyphs, positions }: GlyphRun): GlyphRun {
  return new CopiedRun(glyphs, positions.map((position) => ({ ...position })));
}

class CopiedRun implements GlyphRun {
  constructor(
    readonly glyphs: readonly Glyph[],
    readonly positions: readonly GlyphPosition[],
  ) {}

  get advanceWidth(): number {
    return this.positions.reduce((width, { xAdvance }) => width + xAdvance, 0);
  }
}
