// SPDX-License-Identifier: AGPL-3.0-or-later
import { compactCapitals } from '../text/compact-capitals';
import { MRZ_SHAPES } from './mrz-shapes';

const ZONE = /^[A-Z][A-Z0-9<]+$/;

/** Cuts a scan into the lines of a machine-readable zone, whether or not the scanner sent line ends; undefined when it has no such shape. */
export function splitMrzLines(text: string): readonly string[] | undefined {
  const characters = compactCapitals(text);
  if (!ZONE.test(characters)) return undefined;
  const shape = MRZ_SHAPES.find(({ lines, length }) => characters.length === lines * length);
  if (!shape) return undefined;
  return Array.from({ length: shape.lines }, (_, line) => characters.slice(line * shape.length, (line + 1) * shape.length));
}

/**
 * The lines of a machine-readable zone typed by hand, one to a line: the fillers at the end of a line may be left out, and quotation marks stand for
 * them. Undefined when it has no such shape; nothing else is guessed here.
 */
export function typedMrzLines(text: string): readonly string[] | undefined {
  const typed = text
    .replace(/«/g, '<<')
    .replace(/[‹{(]/g, '<')
    .split(/[\r\n]+/)
    .map(compactCapitals)
    .filter((line) => line !== '');
  const longest = Math.max(0, ...typed.map((line) => line.length));
  const shape = MRZ_SHAPES.find(({ lines, length }) => typed.length === lines && longest <= length);
  if (!shape || !ZONE.test(typed.join(''))) return splitMrzLines(typed.join(''));
  return typed.map((line) => line.padEnd(shape.length, '<'));
}
