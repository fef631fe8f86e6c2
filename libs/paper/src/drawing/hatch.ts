// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Rectangle } from './page';

type Point = [number, number];

/** Parallel lines at 45°, falling to the right, cut at the rectangle's edges. */
export function hatchOf({ x, y, width, height }: Rectangle, step: number): readonly (readonly [Point, Point])[] {
  const lines: [Point, Point][] = [];
  for (let start = step - height; start < width; start += step) {
    const end = Math.min(start + height, width);
    const from = Math.max(start, 0);
    lines.push([
      [x + from, y + from - start],
      [x + end, y + end - start],
    ]);
  }
  return lines;
}
