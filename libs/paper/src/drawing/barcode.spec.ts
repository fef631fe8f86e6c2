// SPDX-License-Identifier: AGPL-3.0-or-later
import { code39, dataMatrix } from './barcode';

describe('Code 39', () => {
  it('draws start, characters and stop, nine elements each, wide to narrow 3:1', () => {
    const { width, height, bars } = code39('A');
    // * is 1 3 1 1 3 1 3 1 1, A is 3 1 1 1 1 3 1 1 3 (ISO/IEC 16388): five bars each, sixteen modules with the gap.
    expect(bars.map((bar) => bar.width)).toEqual([1, 1, 3, 3, 1, 3, 1, 1, 1, 3, 1, 1, 3, 3, 1]);
    expect({ width, height }).toEqual({ width: 47, height: 1 });
    expect(bars.at(-1)).toEqual({ x: 46, y: 0, width: 1, height: 1 });
  });

  it('refuses what it cannot write', () => {
    expect(() => code39('è')).toThrow();
  });
});

describe('Data Matrix', () => {
  const { width, height, bars } = dataMatrix('000419-K7P4XR');

  it('is a square with the solid left and lower edge by which it is found', () => {
    expect({ width, height }).toEqual({ width: 16, height: 16 });
    expect(bars.filter(({ y }) => y === 15)).toEqual([{ x: 0, y: 15, width: 16, height: 1 }]);
    expect(bars.filter(({ x }) => x === 0)).toHaveLength(16);
  });

  it('draws neighbouring modules of a row as one rectangle', () => {
    const touching = bars.filter((one) => bars.some((other) => other.y === one.y && other.x === one.x + one.width));
    expect(touching).toEqual([]);
  });
});
