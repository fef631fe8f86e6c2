// SPDX-License-Identifier: AGPL-3.0-or-later
import { hatchOf } from './hatch';

const AREA = { x: 10, y: 20, width: 180, height: 92 };

describe('a hatch', () => {
  const lines = hatchOf(AREA, 7.5);

  it('stays inside the area', () => {
    for (const [x, y] of lines.flat()) {
      expect(x).toBeGreaterThanOrEqual(AREA.x);
      expect(x).toBeLessThanOrEqual(AREA.x + AREA.width);
      expect(y).toBeGreaterThanOrEqual(AREA.y);
      expect(y).toBeLessThanOrEqual(AREA.y + AREA.height + 1e-9);
    }
  });

  it('falls at 45° from edge to edge', () => {
    for (const [[x1, y1], [x2, y2]] of lines) {
      expect(x2 - x1).toBeCloseTo(y2 - y1);
      expect(x1 === AREA.x || y1 === AREA.y).toBe(true);
    }
  });

  it('leaves no stripe open', () => {
    expect(lines).toHaveLength(Math.floor((AREA.width + AREA.height) / 7.5));
  });
});
