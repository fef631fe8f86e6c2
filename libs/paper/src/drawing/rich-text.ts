// SPDX-License-Identifier: AGPL-3.0-or-later
import type { FontName } from './fonts';

/** A stretch of text in one font. */
export interface Run {
  readonly font: FontName;
  readonly text: string;
}

/** Text with stretches in another font than the style's own. */
export type RichText = string | readonly (string | Run)[];

export const strong = (text: string): Run => ({ font: 'semibold', text });
export const mono = (text: string): Run => ({ font: 'mono', text });

/** Width in points of a text in a font at the size in hand. */
export type Measure = (font: FontName, text: string) => number;

/** Runs in their order, neighbours of one font joined. */
export type Line = readonly Run[];

/** The text as one line, its plain stretches in `font`. Accents are composed: the fonts hold no combining marks. */
export function runsOf(text: RichText, font: FontName): Line {
  const parts = typeof text === 'string' ? [text] : text;
  return parts.map((part) => (typeof part === 'string' ? { font, text: part } : part)).map((run) => ({ ...run, text: run.text.normalize('NFC') }));
}

export function widthOf(line: Line, measure: Measure): number {
  return line.reduce((width, run) => width + measure(run.font, run.text), 0);
}

/** Breaks a line at its spaces, so that no line is wider than `width`; a word that is wider by itself is cut. */
export function wrap(line: Line, width: number, measure: Measure): readonly Line[] {
  const lines: Line[] = [];
  let current: Line = [];
  let taken = 0;
  for (const { word, wordWidth, spaceWidth } of wordsOf(line).flatMap((found) => cut(found, width, measure))) {
    if (current.length > 0 && taken + wordWidth > width) {
      lines.push(current);
      current = [];
      taken = 0;
    }
    current = join(current, word);
    taken += wordWidth + spaceWidth;
  }
  return current.length === 0 ? lines : [...lines, current];
}

interface MeasuredWord {
  readonly word: Line;
  readonly wordWidth: number;
  /** Of the space after it. */
  readonly spaceWidth: number;
}

/** A word is measured together with its space, as pdfkit does when it draws: what it has laid out once it remembers. */
function measured(word: Line, measure: Measure): MeasuredWord {
  const last = word.at(-1);
  const spaceWidth = last === undefined ? 0 : measure(last.font, ' ');
  const wordWidth = last === undefined ? 0 : widthOf([...word.slice(0, -1), { ...last, text: `${last.text} ` }], measure) - spaceWidth;
  return { word, wordWidth, spaceWidth };
}

/** Words may change font without a space between: `l’` and a bold number stay together. */
function wordsOf(line: Line): readonly Line[] {
  const words: Run[][] = [[]];
  for (const run of line) {
    const [first, ...others] = run.text.split(' ');
    if (first) words.at(-1)?.push({ font: run.font, text: first });
    for (const text of others) words.push(text ? [{ font: run.font, text }] : []);
  }
  return words.filter((word) => word.length > 0);
}

function cut(word: Line, width: number, measure: Measure): readonly MeasuredWord[] {
  const whole = measured(word, measure);
  if (whole.wordWidth <= width) return [whole];
  const pieces: Line[] = [];
  let current: Line = [];
  for (const letter of word.flatMap((run) => Array.from(run.text).map((text) => ({ font: run.font, text })))) {
    const extended = append(current, letter);
    if (current.length > 0 && widthOf(extended, measure) > width) {
      pieces.push(current);
      current = [letter];
    } else {
      current = extended;
    }
  }
  return [...pieces, current].map((piece) => measured(piece, measure));
}

/** Puts a word after a line, with the space in the font of what precedes it. */
function join(line: Line, word: Line): Line {
  const last = line.at(-1);
  return last === undefined ? word : word.reduce(append, [...line.slice(0, -1), { ...last, text: `${last.text} ` }]);
}

function append(line: Line, run: Run): Line {
  const last = line.at(-1);
  return last?.font === run.font ? [...line.slice(0, -1), { font: run.font, text: last.text + run.text }] : [...line, run];
}
