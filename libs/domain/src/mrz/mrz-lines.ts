// SPDX-License-Identifier: AGPL-3.0-or-later
import { compactCapitals } from '../../text/compact-capitals';
import { MRZ_LAYOUTS } from './mrz-layouts';

/** Cuts a scan into the lines of a machine-readable zone, whether or not the scanner sent line ends; undefined when it has no such shape. */
export function splitMrzLines(text: string): readonly string[] | undefined {
  const characters = compactCapitals(text);
  if (!/^[A-Z][A-Z0-9<]+$/.test(characters)) return undefined;
  const shape = MRZ_LAYOUTS.find(({ lines, length }) => characters.length === lines * length);
  if (!shape) return undefined;
  return Array.from({ length: shape.lines }, (_, line) => characters.slice(line * shape.length, (line + 1) * shape.length));
}
